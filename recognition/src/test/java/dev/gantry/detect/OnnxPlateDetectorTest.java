package dev.gantry.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gantry.image.Image;
import dev.gantry.model.ModelException;
import dev.gantry.model.ModelFile;
import dev.gantry.plate.Point;
import dev.gantry.testing.TinyModel;
import dev.gantry.testing.TinyModels;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OnnxPlateDetectorTest {

    private static final int SIDE = 64;
    private static final int BOXES = 20;

    /** Twice as large as the input, so that coordinates double. */
    private static final Image PICTURE = new Image(2 * SIDE, 2 * SIDE, new byte[4 * SIDE * SIDE * 3]);

    @TempDir
    Path folder;

    private static String card(String layout, String names) {
        return """
            {"gantryCard":1,"task":"detector","name":"mine","model":"mine.onnx",
             "input":{"name":"images","width":64,"height":64,"fit":"exact","channels":"RGB","mean":[0,0,0],"std":[255,255,255]},
             "output":{"layout":"%s","names":%s,"strides":[8]},"threshold":0.3}""".formatted(layout, names);
    }

    private List<Detection> detect(TinyModel model, String card) {
        try (var detector =
                OnnxPlateDetector.open(ModelFile.at(model.write(folder, "mine", card), "detector"), 0.2, 1)) {
            return detector.detect(PICTURE);
        }
    }

    private static TinyModel model(String output, float[] values, long... shape) {
        return new TinyModel().input("images", 1, 3, SIDE, SIDE).constant(output, values, shape);
    }

    /** A box around (20, 30) of 16 x 8 px as a YOLO of version 5 gives it. */
    private static float[] yolov5() {
        return yolov5(16, 8);
    }

    private static float[] yolov5(float width, float height) {
        var values = new float[BOXES * 7];
        System.arraycopy(new float[] {20, 30, width, height, 0.9f, 0.1f, 0.8f}, 0, values, 3 * 7, 7);
        return values;
    }

    private static float[] yolov8() {
        var values = new float[5 * BOXES];
        float[] box = {20, 30, 16, 8, 0.72f};
        for (int field = 0; field < box.length; field++) {
            values[field * BOXES + 3] = box[field];
        }
        return values;
    }

    /** The picture is drawn as large as ever, for its model takes no smaller input; the box is less than half of it. */
    @Test
    void only_plates_that_fill_the_picture_are_told_of_from_further_away() {
        TinyModel small = model("output0", yolov5(), 1, BOXES, 7);
        TinyModel high = model("output0", yolov5(16, 40), 1, BOXES, 7);
        try (var detector = open(small)) {
            assertThat(detector.fromFurther(PICTURE)).isEmpty();
        }
        try (var detector = open(high)) {
            assertThat(detector.fromFurther(PICTURE)).singleElement().satisfies(one -> {
                assertThat(one.box().width()).isCloseTo(32, within(1e-6));
                assertThat(one.box().height()).isCloseTo(80, within(1e-6));
                assertThat(detector.isOutOfFocus(PICTURE, one)).isTrue();
            });
        }
    }

    private OnnxPlateDetector open(TinyModel model) {
        Path file = model.write(folder, "mine", card("yolov5", "[\"output0\"]"));
        return OnnxPlateDetector.open(ModelFile.at(file, "detector"), 0.2, 1);
    }

    @Test
    void version_5_of_yolo_is_understood() {
        assertIsTheBox(detect(model("output0", yolov5(), 1, BOXES, 7), card("yolov5", "[\"output0\"]")));
    }

    @Test
    void versions_8_and_11_of_yolo_are_understood() {
        assertIsTheBox(detect(model("output0", yolov8(), 1, 5, BOXES), card("yolov8", "[\"output0\"]")));
        assertIsTheBox(detect(model("output0", yolov8(), 1, 5, BOXES), card("yolov11", "[\"output0\"]")));
    }

    private static void assertIsTheBox(List<Detection> found) {
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.score()).isCloseTo(0.72, within(1e-6));
            assertThat(one.box().x()).isCloseTo(24, within(1e-4));
            assertThat(one.box().y()).isCloseTo(52, within(1e-4));
            assertThat(one.box().width()).isCloseTo(32, within(1e-4));
            assertThat(one.box().height()).isCloseTo(16, within(1e-4));
            assertThat(one.quad().topLeft())
                    .isEqualTo(new Point(one.box().x(), one.box().y()));
        });
    }

    @Test
    void four_corners_are_understood() {
        var values = new float[13 * 64];
        Arrays.fill(values, 0, 64, -20);
        int cell = 3 * 8 + 2; // centre at (20, 28) of the input
        values[cell] = 2;
        values[64 + cell] = (float) Math.log(0.5); // 8 px to the left
        values[5 * 64 + cell] = -0.25f; // 8 px to the left of the centre
        values[6 * 64 + cell] = -0.125f;
        List<Detection> found = detect(model("p8", values, 1, 13, 8, 8), card("gantry-quad", "[\"p8\"]"));
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.score()).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-6));
            assertThat(one.box().x()).isCloseTo(2 * (20 - 8), within(1e-4));
            assertThat(one.box().right()).isCloseTo(2 * (20 + 16), within(1e-4));
            assertThat(one.quad().topLeft().x()).isCloseTo(2 * (20 - 8), within(1e-4));
            assertThat(one.quad().topLeft().y()).isCloseTo(2 * (28 - 4), within(1e-4));
            assertThat(one.quad().bottomRight()).isEqualTo(new Point(40, 56));
        });
    }

    @Test
    void a_bright_patch_is_found_where_it_is() {
        var bytes = new byte[200 * 100 * 3];
        for (int y = 20; y < 80; y++) {
            Arrays.fill(bytes, (y * 200 + 100) * 3, (y * 200 + 190) * 3, (byte) 255);
        }
        try (var detector = OnnxPlateDetector.open(ModelFile.at(TinyModels.detector(folder), "detector"), 0.2, 1)) {
            assertThat(detector.detect(new Image(200, 100, bytes)))
                    .isNotEmpty()
                    .first()
                    .satisfies(one -> assertThat(one.box().center().distanceTo(new Point(145, 50)))
                            .isLessThan(45));
            assertThat(detector.info().name()).isEqualTo("bright-patches");
            assertThat(detector.info().sha256()).hasSize(64);
        }
    }

    @Test
    void a_layout_that_the_output_contradicts_is_named() {
        assertUnfit(
                model("output0", yolov5(), 1, BOXES, 7),
                card("yolov8", "[\"output0\"]"),
                "output0 [1, 20, 7]",
                "yolov5");
        assertUnfit(
                model("output0", yolov8(), 1, 5, BOXES),
                card("yolov5", "[\"output0\"]"),
                "output0 [1, 5, 20]",
                "yolov8");
        assertUnfit(
                model("output0", yolov8(), 1, 5, BOXES),
                card("gantry-quad", "[\"output0\"]"),
                "[1, 13, rows, columns]");
    }

    @Test
    void an_output_that_is_missing_is_named_with_those_that_are_there() {
        assertUnfit(
                model("output0", yolov8(), 1, 5, BOXES),
                card("yolov8", "[\"boxes\"]"),
                "\"boxes\"",
                "\"output0\" [1, 5, 20]");
    }

    @Test
    void an_input_of_another_size_is_named() {
        var model = new TinyModel().input("images", 1, 3, 32, 32).constant("output0", yolov8(), 1, 5, BOXES);
        assertUnfit(model, card("yolov8", "[\"output0\"]"), "[1, 3, 64, 64]", "[1, 3, 32, 32]");
    }

    @Test
    void a_file_that_is_no_model_is_named() {
        Path path = TinyModel.write(folder, "mine", card("yolov8", "[\"output0\"]"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> OnnxPlateDetector.open(ModelFile.at(path, "detector"), 0.2, 1))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("cannot be used as an ONNX model");
    }

    private void assertUnfit(TinyModel model, String card, String... parts) {
        assertThatThrownBy(() -> detect(model, card))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelException.Code.BAD_MODEL))
                .hasMessageContainingAll(parts);
    }
}
