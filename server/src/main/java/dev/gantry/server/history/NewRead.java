package dev.gantry.server.history;

import dev.gantry.plate.Box;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.CharacterChange;
import dev.gantry.plate.Quad;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One plate read in one picture, to be remembered.
 *
 * @param uid names the read for ever and everywhere; a second read of the same uid is not stored again
 * @param time when it was seen
 * @param text the plate as read
 * @param confidence probability that the whole text is right, 0 to 1
 * @param region issuing country or state; null when unknown
 * @param box upright box around the plate, px; null when the sender told none
 * @param corners the plate's corners, px; null when the sender told none
 * @param candidates likely texts, best first
 * @param pictureDigest SHA-256 of the picture file in small hexadecimal digits; null when there was no picture
 * @param modelDigest names the models that read it; null when others did
 * @param changes characters that a plate format decided, where it is known
 * @param evidence pictures to keep with it
 */
public record NewRead(
        String uid,
        Instant time,
        String text,
        double confidence,
        @Nullable String region,
        @Nullable Box box,
        @Nullable Quad corners,
        List<Candidate> candidates,
        Source source,
        @Nullable String pictureDigest,
        @Nullable String modelDigest,
        List<CharacterChange> changes,
        Evidence evidence) {

    public NewRead {
        // Senders that give a letter and its dots as two characters would be shown, and found, in another way than the
        // others.
        text = composed(text);
        candidates = candidates.stream()
                .map(candidate -> new Candidate(composed(candidate.text()), candidate.confidence()))
                .toList();
        changes = List.copyOf(changes);
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** One of which it is not known how its text was settled, such as another system's. */
    public NewRead(
            String uid,
            Instant time,
            String text,
            double confidence,
            @Nullable String region,
            @Nullable Box box,
            @Nullable Quad corners,
            List<Candidate> candidates,
            Source source,
            @Nullable String pictureDigest,
            @Nullable String modelDigest,
            Evidence evidence) {
        this(
                uid,
                time,
                text,
                confidence,
                region,
                box,
                corners,
                candidates,
                source,
                pictureDigest,
                modelDigest,
                List.of(),
                evidence);
    }

    /**
     * Pictures that are kept with a read, as files' bytes.
     *
     * @param strip the plate alone, upright, JPEG; null for none
     * @param picture the whole picture as it was sent; null when it is not kept
     */
    public record Evidence(byte @Nullable [] strip, byte @Nullable [] picture) {

        public static final Evidence NONE = new Evidence(null, null);
    }
}
