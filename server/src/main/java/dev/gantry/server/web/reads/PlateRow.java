package dev.gantry.server.web.reads;

import dev.gantry.server.history.PlateRead;
import dev.gantry.server.sighting.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One read as lists show it; of a sighting, its best read with what is known of the sighting.
 *
 * @param likeness how it compares to what was searched for; null when it was not searched by likeness
 */
public record PlateRow(
        PlateRead read,
        Optional<Sighting> sighting,
        List<Letter> letters,
        @Nullable Likely likeness) {

    public PlateRow {
        letters = List.copyOf(letters);
    }

    public static PlateRow of(PlateRead read, Optional<Sighting> sighting) {
        return new PlateRow(read, sighting, Letter.of(read.text(), read.confidence(), read.candidates()), null);
    }

    /** The same, compared to a plate. */
    public PlateRow likenedTo(String plate) {
        return new PlateRow(read, sighting, letters, Likely.of(plate, read.plate()));
    }

    /** Its own page. */
    public String href() {
        return "/reads/" + read.id();
    }

    /** The text with blanks between the characters, for those who hear it. */
    public String spelled() {
        return String.join(" ", Letter.characters(read.text()));
    }

    /** Address of the plate's picture; null when there is none. It changes with the picture, which may be kept for ever. */
    public @Nullable String strip() {
        return read.strip() == null ? null : versioned("/api/v1/reads/" + read.id() + "/strip", read.strip());
    }

    /** Address of the scene, made small; null when whole pictures are not kept. */
    public @Nullable String scene() {
        return read.picture() == null ? null : versioned("/reads/" + read.id() + "/scene", read.picture());
    }

    /** Address of the whole picture; null when it is not kept. */
    public @Nullable String picture() {
        return read.picture() == null ? null : versioned("/api/v1/reads/" + read.id() + "/picture", read.picture());
    }

    private static String versioned(String address, String file) {
        return address + "?v=" + Integer.toHexString(file.hashCode());
    }

    public int count() {
        return sighting.map(Sighting::reads).orElse(1);
    }

    /** Such as {@code approaching}; empty when it is not known. */
    public String direction() {
        return sighting.map(Sighting::direction)
                .map(direction -> direction.name().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    public Instant time() {
        return sighting.map(Sighting::lastSeen).orElse(read.time());
    }

    /** The camera, or by which interface it came when none was named. */
    public String camera() {
        String camera = read.source().camera();
        return camera == null ? read.source().dialect() : camera;
    }
}
