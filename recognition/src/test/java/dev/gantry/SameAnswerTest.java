package dev.gantry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.image.Image;
import dev.gantry.plate.Recognition;
import dev.gantry.testing.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The same picture gives the same answer, whatever came before and however many threads run. */
class SameAnswerTest {

    private static final int PICTURES = 12;

    private static Path folder = Path.of("");

    @BeforeContainer
    static void writeModels() throws IOException {
        folder = Files.createTempDirectory("gantry-models");
        TinyModels.detector(folder);
        TinyModels.reader(folder);
    }

    @AfterContainer
    static void deleteModels() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** The toy detector scores low, and lower in focus; its plates shall be believed. */
    private static final double TOY_THRESHOLD = 0.1;

    private static PlateRecognizer recognizer(int threads) {
        return PlateRecognizer.create(RecognizerOptions.defaults()
                .withDetectorModel(folder.resolve("detector.onnx"))
                .withReaderModel(folder.resolve("reader.onnx"))
                .withMinDetectionScore(TOY_THRESHOLD)
                .withMinCharacters(1)
                .withMinCharacterConfidence(0)
                .withMinConfidence(0)
                .withThreads(threads));
    }

    /** Pictures of all sizes, with bright patches and noise. */
    private static List<Image> pictures(Random chance) {
        var pictures = new ArrayList<Image>();
        for (int i = 0; i < PICTURES; i++) {
            int width = 60 + chance.nextInt(400);
            int height = 60 + chance.nextInt(300);
            var bytes = new byte[width * height * 3];
            chance.nextBytes(bytes);
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) (bytes[k] & 0x3f);
            }
            for (int patch = 0; patch < 3; patch++) {
                int x = chance.nextInt(width - 50);
                int y = chance.nextInt(height - 30);
                for (int k = 0; k < 50 * 30; k++) {
                    int at = ((y + k / 50) * width + x + k % 50) * 3;
                    bytes[at] = bytes[at + 1] = bytes[at + 2] = (byte) (215 + chance.nextInt(40));
                }
            }
            pictures.add(new Image(width, height, bytes));
        }
        return pictures;
    }

    @Property(tries = 3)
    void orderAndThreadsDoNotMatter(@ForAll long seed) throws Exception {
        List<Image> pictures = pictures(new Random(seed));
        List<Recognition> alone = new ArrayList<>();
        for (Image picture : pictures) {
            try (var fresh = recognizer(1)) {
                alone.add(fresh.analyze(picture));
            }
        }
        assertThat(alone).anySatisfy(found -> assertThat(found.plates()).isNotEmpty());
        try (var shared = recognizer(1)) {
            assertSame(alone, pictures, shared, seed);
        }
        try (var shared = recognizer(2)) {
            assertSame(alone, pictures, shared, seed + 1);
        }
    }

    private static void assertSame(List<Recognition> alone, List<Image> pictures, PlateRecognizer shared, long seed)
            throws InterruptedException, ExecutionException {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < 3 * pictures.size(); i++) {
            order.add(i % pictures.size());
        }
        Collections.shuffle(order, new Random(seed));
        try (var executor = Executors.newFixedThreadPool(4)) {
            var tasks = order.stream()
                    .<Callable<Recognition>>map(index -> () -> shared.analyze(pictures.get(index)))
                    .toList();
            var answers = executor.invokeAll(tasks);
            for (int i = 0; i < order.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(alone.get(order.get(i)));
            }
        }
    }
}
