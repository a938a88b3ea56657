package dev.gantry.training.detector;

import dev.gantry.image.Image;
import dev.gantry.image.Letterbox;
import dev.gantry.training.data.LabelledPicture;
import dev.gantry.training.data.Pictures;
import dev.gantry.training.export.Calibration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What the detector typically sees, for the ranges of its int8 version: whole photographs, letterboxed as in use. */
final class DetectorQuantization {

    private static final int SAMPLES = 100;

    private DetectorQuantization() {}

    static Calibration calibration(List<LabelledPicture> labelled, long seed) throws IOException {
        var scenes =
                new ArrayList<>(labelled.stream().filter(LabelledPicture::scene).toList());
        Collections.shuffle(scenes, new Random(seed));
        var samples = new ArrayList<Calibration.Sample>();
        for (LabelledPicture scene : scenes.subList(0, Math.min(SAMPLES, scenes.size()))) {
            Image picture = Pictures.load(scene.file());
            Image input = Letterbox.tight(
                            Letterbox.Window.all(picture), DetectorExport.INPUT_SIDE, DetectorExport.LARGEST_STRIDE)
                    .draw(picture);
            samples.add(new Calibration.Sample(planes(input), new long[] {1, 3, input.height(), input.width()}));
        }
        return new Calibration(samples);
    }

    private static float[] planes(Image image) {
        int plane = image.width() * image.height();
        var values = new float[3 * plane];
        byte[] bgr = image.bgr();
        for (int i = 0; i < plane; i++) {
            for (int channel = 0; channel < 3; channel++) {
                values[channel * plane + i] =
                        ((bgr[i * 3 + channel] & 0xff) - DetectorTrainer.MEAN) / DetectorTrainer.DEVIATION;
            }
        }
        return values;
    }
}
