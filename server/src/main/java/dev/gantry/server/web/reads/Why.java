package dev.gantry.server.web.reads;

import dev.gantry.grammar.PlateGrammar;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.CharacterChange;
import dev.gantry.server.history.PlateKey;
import dev.gantry.server.history.PlateRead;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Why a read has its text: which plate formats it has, what a format decided, and what speaks for and
 * against each other candidate. It tells what was recorded with the read.
 *
 * @param changes characters that a format decided
 * @param formats formats that the text has, those of its region first
 * @param rivals the other candidates, likeliest first
 */
public record Why(List<CharacterChange> changes, List<String> formats, List<Rival> rivals) {

    /** More formats than that say only that the text is an ordinary one. */
    private static final int MOST_FORMATS = 6;

    /** What is less likely than that explains nothing. */
    private static final double WORTH_TELLING = 0.0001;

    public Why {
        changes = List.copyOf(changes);
        formats = List.copyOf(formats);
        rivals = List.copyOf(rivals);
    }

    /**
     * A candidate that lost.
     *
     * @param likely how it differs from the text
     * @param timesLess how many times less likely it is
     * @param fits whether any known format is its
     */
    public record Rival(Candidate candidate, Likely likely, double timesLess, boolean fits) {

        /** As people say it: 3.2, 45, 1 200. */
        public String times() {
            return timesLess < 10
                    ? String.format(Locale.ROOT, "%.1f", timesLess)
                    : String.valueOf(Math.round(timesLess));
        }
    }

    static Why of(PlateRead read, List<CharacterChange> changes, PlateGrammar grammar) {
        List<Rival> rivals = read.candidates().stream()
                .filter(other -> !PlateKey.of(other.text()).equals(PlateKey.of(read.text()))
                        && other.confidence() >= WORTH_TELLING)
                .map(other -> new Rival(
                        other,
                        Likely.of(read.plate(), PlateKey.of(other.text())),
                        read.confidence() / other.confidence(),
                        !grammar.accepting(other.text()).isEmpty()))
                .toList();
        return new Why(changes, formats(grammar.accepting(read.text()), read.region()), rivals);
    }

    private static List<String> formats(Set<String> accepting, @Nullable String region) {
        List<String> own = new TreeSet<>(accepting)
                .stream()
                        .filter(format -> region != null && format.startsWith(region + " "))
                        .toList();
        return (own.isEmpty() ? new TreeSet<>(accepting).stream().toList() : own)
                .stream().limit(MOST_FORMATS).toList();
    }
}
