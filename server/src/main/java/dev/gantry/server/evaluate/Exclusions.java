package dev.gantry.server.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Labels that are known to be wrong, listed with the reason instead of being changed silently. A file of JSON Lines:
 * {@code {"image":..., "text":..., "reason":...}} takes one text out of the score (its box still counts); without
 * {@code text} the whole picture is left out.
 */
public final class Exclusions {

    private record Exclusion(String image, String text) {
        boolean isOf(LabelledPicture picture) {
            return image.equals(picture.name());
        }
    }

    private final List<Exclusion> exclusions;

    private Exclusions(List<Exclusion> exclusions) {
        this.exclusions = exclusions;
    }

    /**
     * @throws LabelException when the file cannot be read, or a line has no picture or no reason
     */
    public static Exclusions read(Path file, ObjectMapper mapper) {
        return new Exclusions(new JsonLines(mapper).read(file, line -> {
            line.text("reason"); // an exclusion without a reason is only a score that was touched up
            return new Exclusion(
                    line.text("image"),
                    PlateText.normalize(line.object().path("text").asText("")));
        }));
    }

    public int size() {
        return exclusions.size();
    }

    /** Those that are about none of the pictures or about a text that none of their labels has: likely misspelt. */
    public List<String> unused(List<LabelledPicture> pictures) {
        var unused = new ArrayList<String>();
        for (Exclusion exclusion : exclusions) {
            boolean used = pictures.stream()
                    .filter(exclusion::isOf)
                    .anyMatch(picture -> exclusion.text().isEmpty()
                            || picture.plates().stream()
                                    .anyMatch(plate -> exclusion.text().equals(plate.text())));
            if (!used) {
                unused.add((exclusion.image() + " " + exclusion.text()).strip());
            }
        }
        return unused;
    }

    /** The results without what is excluded. */
    public List<PictureResult> applyTo(List<PictureResult> results) {
        return results.stream().flatMap(result -> apply(result).stream()).toList();
    }

    private Optional<PictureResult> apply(PictureResult result) {
        var about = exclusions.stream()
                .filter(exclusion -> exclusion.isOf(result.picture()))
                .toList();
        if (about.stream().anyMatch(exclusion -> exclusion.text().isEmpty())) {
            return Optional.empty();
        }
        Stream<PlateResult> plates = result.plates().stream()
                .map(plate -> about.stream()
                                .anyMatch(exclusion ->
                                        exclusion.text().equals(plate.label().text()))
                        ? plate.withoutText()
                        : plate);
        return Optional.of(new PictureResult(
                result.picture(), plates.toList(), result.extra(), result.elapsedMs(), result.fault()));
    }
}
