package dev.gantry.training.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.model.ModelFile;
import dev.gantry.training.data.Seeds;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EasyStripsTest {

    private static final int STRIPS = 60;

    private final Alphabet alphabet = new Alphabet();
    private final CtcReader shipped = CtcReader.open(ModelFile.shipped("reader"), 1);
    private final EasyStrips easy = new EasyStrips(shipped, alphabet);

    @AfterEach
    void close() {
        shipped.close();
    }

    private static List<StripSample> strips(DrawnStrips drawn) {
        return IntStream.range(0, STRIPS)
                .mapToObj(i -> drawn.sample(0, Seeds.of(5, i, 0)))
                .toList();
    }

    @Test
    void whatTheReaderReadsIsEasyUntilItsTextIsAnother() {
        List<StripSample> found = strips(new DrawnStrips(alphabet, 5, 1)).stream()
                .filter(easy::contain)
                .toList();
        assertThat(found).hasSizeBetween(STRIPS / 4, STRIPS - 1);
        assertThat(found).noneMatch(strip -> easy.contain(new StripSample(strip.gray(), alphabet.encode("QX7"))));
    }

    @Test
    void noiseIsNotEasy() {
        var noise = new byte[ReaderNet.WIDTH * ReaderNet.HEIGHT];
        new java.util.Random(1).nextBytes(noise);
        assertThat(easy.contain(new StripSample(noise, alphabet.encode("AB12"))))
                .isFalse();
    }

    @Test
    void mostEasyStripsAreLeftOut() {
        long easyOnes = strips(new DrawnStrips(alphabet, 5, 1)).stream()
                .filter(easy::contain)
                .count();
        long left = strips(new DrawnStrips(alphabet, easy::contain, 5, 1)).stream()
                .filter(easy::contain)
                .count();
        assertThat(left).isLessThan(easyOnes * 3 / 4);
    }
}
