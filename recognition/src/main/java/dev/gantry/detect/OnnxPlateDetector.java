package dev.gantry.detect;

import dev.gantry.image.Image;
import dev.gantry.image.Letterbox;
import dev.gantry.model.ModelCard;
import dev.gantry.model.ModelException;
import dev.gantry.model.ModelFile;
import dev.gantry.model.ModelInfo;
import dev.gantry.model.OnnxModel;
import dev.gantry.model.Tensor;
import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import java.util.List;

/** Finds plates with an ONNX model; its card tells input size, channels, normalisation and the layout of the outputs. */
public final class OnnxPlateDetector implements PlateDetector, AutoCloseable {

    /** What the model is tried with when it is loaded: any picture's shape, so that an unfit model fails at the start. */
    private static final Letterbox.Window TRIAL = new Letterbox.Window(0, 0, 16, 9);

    /** A share of the picture's longer side, or of its height: a plate on a street is never half as high as the picture. */
    private static final double LARGE = 0.5;

    /** The longer side of a picture as seen from further away, px: a plate that fills it is then as large as is seen well. */
    private static final double FAR = 160;

    /** In focus, also what is hardly seen tells something. */
    private static final double FOCUS_FLOOR = 0.02;

    private final ModelInfo info;
    private final InputSize size;
    private final InputSize halfSize;
    private final InputTensor tensor;
    private final OutputLayout layout;
    private final double floor;
    private final OnnxModel model;

    private OnnxPlateDetector(ModelFile file, double floor, int threads) {
        ModelCard card = file.card();
        this.info = file.info();
        this.size = InputSize.of(card);
        this.halfSize = size.half();
        this.tensor = InputTensor.of(card);
        this.layout = OutputLayout.of(card);
        this.floor = floor;
        this.model = OnnxModel.open(file, card.text("input.name"), size.shape(), layout.outputs(), threads);
    }

    /**
     * Loads a detector and runs it once on a grey picture.
     *
     * @param floor least score of a candidate, above 0 and below 1
     * @param threads how many threads one call may use
     * @throws ModelException when the model or its card does not fit
     */
    public static OnnxPlateDetector open(ModelFile file, double floor, int threads) {
        if (!(floor > 0 && floor < 1)) {
            throw new IllegalArgumentException("a detector's floor score is between 0 and 1, not " + floor);
        }
        var detector = new OnnxPlateDetector(file, floor, threads);
        try {
            var box = detector.size.fit(TRIAL);
            detector.candidates(new Image(box.width(), box.height(), new byte[box.width() * box.height() * 3]), floor);
            return detector;
        } catch (RuntimeException e) {
            detector.close();
            throw e;
        }
    }

    @Override
    public List<Detection> detect(Image image) {
        return detect(image, size.fit(Letterbox.Window.all(image)), floor);
    }

    private List<Detection> detect(Image image, Letterbox letterbox, double least) {
        List<Detection> inInput = NonMaxSuppression.apply(candidates(letterbox.draw(image), least));
        return inInput.stream()
                .map(detection -> inPicture(detection, letterbox, image))
                .filter(detection -> detection.box().area() > 0)
                .toList();
    }

    /** In an input of half the size where the model takes one, so that this takes a quarter of the time. */
    @Override
    public List<Detection> fromFurther(Image image) {
        var letterbox = halfSize.fit(Letterbox.Window.all(image)).fromFurther(Math.max(1, halfSize.longSide() / FAR));
        return detect(image, letterbox, floor).stream()
                .filter(found -> isOutOfFocus(image, found))
                .toList();
    }

    @Override
    public Detection focus(Image image, Detection candidate) {
        var letterbox = halfSize.fit(Focus.window(image, candidate.box(), halfSize.longSide()));
        return detect(image, letterbox, Math.min(floor, FOCUS_FLOOR)).stream()
                .filter(seen -> seen.box().iou(candidate.box()) >= Focus.SAME)
                .findFirst()
                .orElse(new Detection(candidate.box(), candidate.quad(), 0));
    }

    /** Plates that fill more than half of the picture: training has few, and their corners are far from any cell. */
    @Override
    public boolean isOutOfFocus(Image image, Detection candidate) {
        Box box = candidate.box();
        return box.width() > LARGE * Math.max(image.width(), image.height()) || box.height() > LARGE * image.height();
    }

    private List<Detection> candidates(Image input, double least) {
        long[] shape = {1, 3, input.height(), input.width()};
        List<Tensor> outputs = model.run(shape, values -> tensor.fill(input, values));
        return layout.decode(outputs, least);
    }

    private static Detection inPicture(Detection detection, Letterbox letterbox, Image image) {
        Box box = letterbox.toPicture(Quad.of(detection.box())).bounds().clip(image.width(), image.height());
        return new Detection(box, letterbox.toPicture(detection.quad()), detection.score());
    }

    /** The longer side of the model's input, px. */
    public int inputSide() {
        return size.longSide();
    }

    public ModelInfo info() {
        return info;
    }

    @Override
    public void close() {
        model.close();
    }
}
