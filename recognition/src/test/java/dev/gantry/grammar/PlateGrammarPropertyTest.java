package dev.gantry.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.plate.CharacterChange;
import dev.gantry.plate.ReadCharacter;
import dev.gantry.plate.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PlateGrammarPropertyTest {

    private static final PlateGrammar GRAMMAR = PlateGrammar.shipped();

    @Provide
    Arbitrary<Reading> readings() {
        return Arbitraries.randomValue(random -> {
            var rows = new ArrayList<double[]>();
            int length = random.nextInt(11);
            for (int i = 0; i < length; i++) {
                rows.add(row(random));
            }
            return Readings.reading(rows);
        });
    }

    /** Some mass on one to four characters, a little on all others. */
    private static double[] row(Random random) {
        var row = new double[Readings.ALPHABET.size()];
        double sum = 0;
        for (int k = 0; k <= random.nextInt(4); k++) {
            row[random.nextInt(row.length)] += random.nextDouble() + 0.01;
        }
        for (int c = 0; c < row.length; c++) {
            row[c] += 1e-4 * random.nextDouble();
            sum += row[c];
        }
        for (int c = 0; c < row.length; c++) {
            row[c] /= sum * (1 + 0.1 * random.nextDouble());
        }
        return row;
    }

    @Property(tries = 500)
    void keepsTheNumberOfCharactersAndSaysWhatItChanged(@ForAll("readings") Reading reading) {
        Interpretation found = GRAMMAR.interpret(reading, 0);
        assertThat(found.reading().characters()).hasSameSizeAs(reading.characters());
        assertThat(found.reading().text())
                .isEqualTo(String.join(
                        "",
                        found.reading().characters().stream()
                                .map(ReadCharacter::character)
                                .toList()));
        var replayed = new StringBuilder(reading.text());
        for (CharacterChange change : found.changes()) {
            assertThat(replayed.substring(change.position() - 1, change.position()))
                    .isEqualTo(change.from());
            replayed.replace(change.position() - 1, change.position(), change.to());
        }
        assertThat(replayed).hasToString(found.reading().text());
    }

    @Property(tries = 500)
    void changesOnlyWhatWasInDoubt(@ForAll("readings") Reading reading) {
        for (CharacterChange change : GRAMMAR.interpret(reading, 0).changes()) {
            double[] row = reading.lattice().positions().get(change.position() - 1);
            double from = row[Readings.ALPHABET.indexOf(change.from())];
            double to = row[Readings.ALPHABET.indexOf(change.to())];
            assertThat(to * Choices.MOST_ODDS).isGreaterThanOrEqualTo(from);
        }
    }

    @Property(tries = 500)
    void givesProbabilities(@ForAll("readings") Reading reading) {
        Interpretation found = GRAMMAR.interpret(reading, 2);
        assertThat(found.reading().confidence()).isBetween(0.0, 1.0);
        assertThat(found.reading().characters())
                .allSatisfy(character -> assertThat(character.confidence()).isBetween(0.0, 1.0));
        assertThat(found.regions())
                .allSatisfy(region -> assertThat(region.score()).isBetween(0.0, 1.0 + 1e-9));
    }

    @Property(tries = 300)
    void leavesACertainReadingAlone(@ForAll("readings") Reading reading) {
        var rows = new ArrayList<double[]>();
        for (ReadCharacter character : reading.characters()) {
            var row = new double[Readings.ALPHABET.size()];
            row[Readings.ALPHABET.indexOf(character.character())] = 1;
            rows.add(row);
        }
        Reading certain = Readings.reading(rows);
        Interpretation found = GRAMMAR.interpret(certain, 0);
        assertThat(found.reading()).isSameAs(certain);
        assertThat(found.changes()).isEmpty();
    }

    @Property(tries = 200)
    void answersTheSameEachTime(@ForAll("readings") Reading reading, @ForAll @IntRange(max = 5) int aspect) {
        var again = PlateGrammar.shipped().hinted(List.of("us", "de"));
        var once = GRAMMAR.hinted(List.of("de", "us"));
        assertThat(again.interpret(reading, aspect)).isEqualTo(once.interpret(reading, aspect));
    }
}
