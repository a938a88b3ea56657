package dev.gantry.server.dialect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A word that clients of a dialect must bring, or none, when everybody is welcome. */
public final class Secret {

    private final byte[] word;

    /** @param word empty for none */
    public Secret(String word) {
        this.word = word.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether this is the word, or there is none. The time that it takes does not tell how much of it is right. */
    public boolean isKnownBy(@Nullable String brought) {
        return word.length == 0
                || (brought != null && MessageDigest.isEqual(word, brought.getBytes(StandardCharsets.UTF_8)));
    }
}
