package dev.gantry.server.cli;

import dev.gantry.server.csv.Csv;
import dev.gantry.server.json.BoxJson;
import dev.gantry.server.json.PlateJson;
import dev.gantry.server.json.SightingJson;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;

/**
 * A table after RFC 4180 with one row for each plate; a picture without plates or with an error has one row too, with
 * empty cells. A video has one row for each sighting.
 */
final class CsvWriter implements OutcomeWriter {

    private static final List<String> HEADER =
            List.of("image", "text", "confidence", "x", "y", "width", "height", "region", "error");

    private final PrintWriter out;

    private CsvWriter(PrintWriter out) {
        this.out = out;
    }

    static CsvWriter withHeader(PrintWriter out) {
        var writer = new CsvWriter(out);
        writer.row(HEADER.toArray());
        return writer;
    }

    @Override
    public void write(Outcome outcome) {
        switch (outcome) {
            case Outcome.Failed failed -> {
                var error = failed.error().error();
                row(
                        Objects.requireNonNullElse(failed.error().image(), ""),
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        error.code() + ": " + error.message());
            }
            case Outcome.Sighted sighted -> row(sighted.sighting());
            case Outcome.NothingSighted nothing -> row(nothing.source(), "", "", "", "", "", "", "", "");
            case Outcome.Recognized recognized -> {
                String image =
                        Objects.requireNonNullElse(recognized.recognition().image(), "");
                var plates = recognized.recognition().plates();
                if (plates.isEmpty()) {
                    row(image, "", "", "", "", "", "", "", "");
                }
                plates.forEach(plate -> row(image, plate));
            }
        }
        out.flush();
    }

    private void row(String image, PlateJson plate) {
        BoxJson box = plate.box();
        String region = Objects.requireNonNullElse(plate.region(), "");
        row(image, plate.text(), plate.confidence(), box.x(), box.y(), box.width(), box.height(), region, "");
    }

    /** The best frame is named as the W3C's "Media Fragments URI" does: {@code clip.mp4#t=12.4}. */
    private void row(SightingJson sighting) {
        BoxJson box = sighting.best().box();
        String frame = sighting.source() + "#t=" + sighting.best().time();
        String region = Objects.requireNonNullElse(sighting.region(), "");
        row(frame, sighting.text(), sighting.confidence(), box.x(), box.y(), box.width(), box.height(), region, "");
    }

    private void row(Object... cells) {
        out.print(Csv.row(cells));
    }
}
