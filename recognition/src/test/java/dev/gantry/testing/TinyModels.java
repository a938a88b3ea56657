package dev.gantry.testing;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** A detector of bright patches and a reader of nothing in particular, whose answers depend on every pixel they see. */
public final class TinyModels {

    public static final String DETECTOR_CARD = """
            {"gantryCard":1,"task":"detector","name":"bright-patches","model":"detector.onnx",
             "input":{"name":"image","longSide":128,"fit":"tight","stride":16,"channels":"BGR","mean":[0,0,0],"std":[255,255,255]},
             "output":{"layout":"gantry-quad","names":["p16"],"strides":[16]},"threshold":0.3}""";

    public static final String READER_CARD = """
            {"gantryCard":1,"task":"reader","name":"any-text","model":"reader.onnx",
             "input":{"name":"strip","width":64,"height":16,"channels":"GRAY","normalization":"standardize"},
             "output":{"layout":"ctc","ctc":"ctc","activation":"logits","axes":"BCT"},
             "alphabet":["A","B","C","D","1","2","3"],"blank":7}""";

    private static final int STRIDE = 16;
    private static final int FIELDS = 13;
    private static final int CLASSES = 8;
    private static final int STEP = 4;
    private static final int STRIP_HEIGHT = 16;

    private TinyModels() {}

    /** Each cell of 16 x 16 px that is brighter than two thirds is a plate of about 48 x 32 px. */
    public static Path detector(Path folder) {
        int area = 3 * STRIDE * STRIDE;
        var weights = new float[FIELDS * area];
        Arrays.fill(weights, 0, area, 12f / area);
        float[] bias = {-8, -0.3f, -0.7f, -0.3f, -0.7f, -0.4f, -0.2f, 0.4f, -0.2f, 0.4f, 0.2f, -0.4f, 0.2f};
        return new TinyModel()
                .input("image", 1, 3, -1, -1)
                .patches("image", "p16", weights, bias, 3, STRIDE, STRIDE)
                .output("p16", 1, FIELDS, -1, -1)
                .write(folder, "detector", DETECTOR_CARD);
    }

    public static Path reader(Path folder) {
        var chance = new Random(1);
        var weights = new float[CLASSES * STRIP_HEIGHT * STEP];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) chance.nextGaussian();
        }
        return new TinyModel()
                .input("strip", -1, 1, STRIP_HEIGHT, 64)
                .patches("strip", "rows", weights, new float[CLASSES], 1, STRIP_HEIGHT, STEP)
                .squeeze("rows", "ctc", 2)
                .output("ctc", -1, CLASSES, -1)
                .write(folder, "reader", READER_CARD);
    }
}
