package dev.gantry.training.complete;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.detect.Detection;
import dev.gantry.detect.OnnxPlateDetector;
import dev.gantry.image.Image;
import dev.gantry.model.ModelFile;
import dev.gantry.plate.Box;
import dev.gantry.plate.Point;
import dev.gantry.plate.Quad;
import dev.gantry.plate.Reading;
import dev.gantry.read.OnnxPlateReader;
import dev.gantry.training.data.LabelledPicture;
import dev.gantry.training.data.LabelledPicture.LabelledPlate;
import dev.gantry.training.data.Labels;
import dev.gantry.training.data.Pictures;
import dev.gantry.training.data.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gantry train complete}: labels with corners and with the plates that were left out. */
@Command(
        name = "complete",
        description = "Writes a folder's labels once more, with what a detector and a reader find in its scenes: the"
                + " corners of each plate where the reader sees the labelled text, where the detector saw the plate,"
                + " and plates that nobody labelled. Train with it by --labels.",
        mixinStandardHelpOptions = true)
public final class CompleteCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final double FLOOR = 0.15;

    /** A detection is of the labelled plate from this overlap on; labelled boxes are often loose. */
    private static final double SAME = 0.35;

    /** A detection this sure is a plate when its text is read, and otherwise may be one; a lesser one is none. */
    private static final double SURE = 0.45;

    private static final double READABLE = 0.5;
    private static final int LEAST_CHARACTERS = 4;
    private static final int LOG_PICTURES = 250;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Folder with labels.jsonl.")
    private Path data = Path.of(".");

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The completed labels.")
    private Path out = Path.of("completed.jsonl");

    @Option(names = "--detector-model", paramLabel = "FILE", description = "Default: the shipped one.")
    private @Nullable Path detectorModel;

    @Option(names = "--reader-model", paramLabel = "FILE", description = "Default: the shipped one.")
    private @Nullable Path readerModel;

    private int fitted;
    private int texts;
    private int added;

    @Override
    public Integer call() throws IOException {
        try (var detector = OnnxPlateDetector.open(file(detectorModel, "detector"), FLOOR, 1);
                var reader = OnnxPlateReader.open(file(readerModel, "reader"), 1);
                var lines = Files.newBufferedWriter(out)) {
            List<String> labels = Files.readAllLines(data.resolve("labels.jsonl"));
            for (int i = 0; i < labels.size(); i++) {
                if (labels.get(i).isBlank()) {
                    continue;
                }
                var node = (ObjectNode) JSON.readTree(labels.get(i));
                LabelledPicture picture = Labels.picture(data, node);
                if (picture.scene()) {
                    complete(node, picture, detector, reader, i);
                }
                lines.write(JSON.writeValueAsString(node) + "\n");
                if ((i + 1) % LOG_PICTURES == 0) {
                    report(i + 1);
                }
            }
            report(labels.size());
        }
        return 0;
    }

    private void report(int pictures) {
        System.out.println(
                "%d pictures, %d of %d texts found, %d plates added".formatted(pictures, fitted, texts, added));
    }

    private static ModelFile file(@Nullable Path path, String task) {
        return path == null ? ModelFile.shipped(task) : ModelFile.at(path, task);
    }

    private void complete(
            ObjectNode node, LabelledPicture picture, OnnxPlateDetector detector, OnnxPlateReader reader, int seed)
            throws IOException {
        Image image = Pictures.load(picture.file());
        var free = new ArrayList<>(detector.detect(image));
        var plates = (ArrayNode) node.withArray("/plates");
        for (int i = 0; i < picture.plates().size(); i++) {
            LabelledPlate plate = picture.plates().get(i);
            Box box = plate.box();
            if (box == null) {
                continue;
            }
            Detection seen = best(free, box);
            free.removeIf(detection -> detection.box().intersection(box) > 0);
            if (seen != null) {
                fit((ObjectNode) plates.get(i), plate, seen, image, new PlateFitter(reader), seed);
            }
        }
        for (Detection detection : free) {
            if (detection.score() < SURE) {
                continue;
            }
            add(plates, detection, reader.read(image, detection.quad()));
        }
    }

    private static @Nullable Detection best(List<Detection> detections, Box box) {
        Detection best = null;
        double most = SAME;
        for (Detection detection : detections) {
            double overlap = detection.box().iou(box);
            if (overlap > most) {
                most = overlap;
                best = detection;
            }
        }
        return best;
    }

    private void fit(ObjectNode node, LabelledPlate plate, Detection seen, Image image, PlateFitter fitter, int seed) {
        node.set("seen", corners(seen.quad()));
        String text = plate.text();
        if (text == null || plate.quad() != null) {
            return;
        }
        texts++;
        fitter.fit(image, seen.quad(), text, Seeds.of(seed, 0, 0)).ifPresent(quad -> {
            fitted++;
            node.set("quad", corners(quad));
        });
    }

    private void add(ArrayNode plates, Detection detection, Reading reading) {
        boolean plate = reading.confidence() >= READABLE && reading.characters().size() >= LEAST_CHARACTERS;
        added += plate ? 1 : 0;
        Box box = detection.box();
        ObjectNode node = plates.addObject();
        node.putArray("box").add(box.x()).add(box.y()).add(box.width()).add(box.height());
        node.set("quad", corners(detection.quad()));
        node.putNull("text");
        // Neither a plate nor its absence is to be learned where the models themselves doubt.
        node.put("doubtful", !plate);
    }

    private static ArrayNode corners(Quad quad) {
        ArrayNode corners = JSON.createArrayNode();
        for (Point corner : quad.corners()) {
            corners.addArray().add(rounded(corner.x())).add(rounded(corner.y()));
        }
        return corners;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
