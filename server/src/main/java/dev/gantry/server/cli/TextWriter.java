package dev.gantry.server.cli;

import dev.gantry.server.json.RecognitionJson;
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
                    case Outcome.Failed failed ->
                        failed.error().image() + ": error: "
                                + failed.error().error().message();
                });
        out.print('\n');
        out.flush();
    }

    private static String line(RecognitionJson recognition) {
        String plates = recognition.plates().stream()
                .map(plate -> String.format(Locale.ROOT, "%s (%.0f%%)", plate.text(), plate.confidence() * HUNDRED))
                .collect(Collectors.joining(", "));
        return recognition.image() + ": " + (plates.isEmpty() ? "no plate" : plates);
    }
}
