package dev.gantry.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.server.history.Likeness;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.PlateSearch;
import dev.gantry.server.history.ReadFilter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link LikePlates} promises to find, amid thousands of other plates. */
class LikePlatesTest {

    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static final int TRIES = 300;

    /** With one more change this is within what counts as alike. */
    private static final int LOOKALIKES = 3;

    @TempDir
    private Path folder;

    @Test
    void findsWhateverDiffersByLookalikesAndOneOtherChange() {
        var random = new Random(4);
        try (var store = Store.open(StoreOptions.in(folder), () -> {})) {
            List<String> plates = IntStream.range(0, 3_000)
                    .mapToObj(_ -> text(random, random.nextInt(6, 10)))
                    .toList();
            store.history().append(plates.stream().map(Reads::read).toList());
            for (int i = 0; i < TRIES; i++) {
                String plate = plates.get(i);
                String asked = changed(withLookalikes(plate, random), i % 4, random);

                List<String> found = similar(store, asked);

                assertThat(found).as("%s asked for as %s", plate, asked).contains(plate);
                assertThat(found).isSortedAccordingTo(Comparator.comparingDouble(a -> Likeness.distance(asked, a)));
            }
        }
    }

    private static List<String> similar(Store store, String plate) {
        var filter = new ReadFilter(null, null, null, null, null, null, new PlateSearch.Similar(plate));
        return store.history().search(filter, null, 1_000).reads().stream()
                .map(PlateRead::plate)
                .toList();
    }

    private static String text(Random random, int length) {
        return random.ints(length, 0, CHARACTERS.length())
                .mapToObj(i -> CHARACTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static String withLookalikes(String plate, Random random) {
        var text = new StringBuilder(plate);
        for (int i = 0; i < LOOKALIKES; i++) {
            int at = random.nextInt(plate.length());
            String folded = Likeness.folded(plate.substring(at, at + 1));
            List<String> alike = CHARACTERS
                    .chars()
                    .mapToObj(Character::toString)
                    .filter(c -> Likeness.folded(c).equals(folded))
                    .toList();
            text.replace(at, at + 1, alike.get(random.nextInt(alike.size())));
        }
        return text.toString();
    }

    private static String changed(String text, int change, Random random) {
        int at = random.nextInt(text.length());
        String other = text(random, 1);
        return switch (change) {
            case 1 -> text.substring(0, at) + other + text.substring(at + 1);
            case 2 -> text.substring(0, at) + other + text.substring(at);
            case 3 -> text.substring(0, at) + text.substring(at + 1);
            default -> text;
        };
    }
}
