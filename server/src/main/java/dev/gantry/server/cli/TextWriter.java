package dev.gantry.server.cli;

import dev.gantry.server.json.RecognitionJson;
import dev.gantry.server.json.SightingJson;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** For reading: one line a picture. */
final class TextWriter implements OutcomeWriter {

    private static final double HUNDRED = 100;

    private final PrintWriter out;

    TextWriter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void write(Outcome outcome) {
        out.print(
                switch (outcome) {
                    case Outcome.Recognized recognized -> line(recognized.recognition());
                    case Outcome.Sighted sighted -> line(sighted.sighting());
                    case Outcome.NothingSighted nothing -> nothing.source() + ": no plate";
                    case Outcome.Failed failed ->
                        failed.error().image() + ": error: "
                                + failed.error().error().message();
                });
        out.print('\n');
        out.flush();
    }

    /** One sighting: from when to when, what, and which way. */
    static String line(SightingJson sighting) {
        String direction = sighting.direction() == null ? "" : " " + sighting.direction();
        return String.format(
                Locale.ROOT,
                "%s: %.1f-%.1f s %s (%.0f%%)%s",
                sighting.source(),
                sighting.firstSeen(),
                sighting.lastSeen(),
                sighting.text(),
                sighting.confidence() * HUNDRED,
                direction);
    }

    private static String line(RecognitionJson recognition) {
        String plates = recognition.plates().stream()
                .map(plate -> String.format(Locale.ROOT, "%s (%.0f%%)", plate.text(), plate.confidence() * HUNDRED))
                .collect(Collectors.joining(", "));
        return recognition.image() + ": " + (plates.isEmpty() ? "no plate" : plates);
    }
}
