package dev.gantry.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class PlateRendererTest {
    private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

    private final PlateRenderer withoutFonts = new PlateRenderer(List.of());
    private final PlateRenderer installed = new PlateRenderer();

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    @Test
    void everyStyleRendersItsOwnTexts() {
        for (PlateStyle style : installed.styles()) {
            RandomGenerator random = random(style.name().hashCode());
            for (int i = 0; i < 5; i++) {
                String text = style.randomText(random);
                RenderedPlate plate = installed.render(style, text, random);
                assertThat(plate.text()).as(style.name()).isEqualTo(text);
                assertThat(plate.lines()).as(style.name()).isEqualTo(style.lines());
                assertThat(plate.picture().getType()).isEqualTo(BufferedImage.TYPE_3BYTE_BGR);
                assertThat(contrast(plate.picture()))
                        .as(style.name() + " " + text)
                        .isGreaterThan(20);
            }
        }
    }

    @Test
    void textsHoldOnlyCharactersOfTheAlphabet() {
        RandomGenerator random = random(2);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 400; i++) {
            RenderedPlate plate = installed.render(random);
            assertThat(plate.text()).matches("[" + PROVINCES + "]?[A-ZÄÖÜÅ0-9]{1,12}");
            seen.add(plate.style());
        }
        assertThat(seen).hasSizeGreaterThan(25);
    }

    @Test
    void chinesePlatesNeedAFontWithTheSigns() {
        assertThat(withoutFonts.styles()).noneMatch(style -> style.name().startsWith("cn"));
        RandomGenerator random = random(3);
        installed.styles().stream()
                .filter(style -> style.name().startsWith("cn"))
                .forEach(style -> assertThat(style.randomText(random))
                        .matches("[" + PROVINCES + "][A-HJ-NP-Z][A-HJ-NP-Z0-9]{5,6}"));
    }

    @Test
    void russianPlatesKeepTheirFormat() {
        RandomGenerator random = random(4);
        PlateStyle style = style("ru");
        for (int i = 0; i < 50; i++) {
            assertThat(style.randomText(random)).matches("[ABEKMHOPCTYX][0-9]{3}[ABEKMHOPCTYX]{2}[0-9]{2,3}");
        }
    }

    @Test
    void theSameSeedGivesTheSamePlate() {
        for (long seed = 0; seed < 20; seed++) {
            RenderedPlate first = withoutFonts.render(random(seed));
            RenderedPlate second = withoutFonts.render(random(seed));
            assertThat(second.text()).isEqualTo(first.text());
            assertThat(Photometry.pixels(second.picture())).isEqualTo(Photometry.pixels(first.picture()));
        }
    }

    @Test
    void aTextOfAnotherFormatIsStillWritten() {
        RandomGenerator random = random(5);
        assertThat(withoutFonts.render(style("eu-de"), "HELLO42", random).text())
                .isEqualTo("HELLO42");
        assertThat(withoutFonts.render(style("in-two"), "HELLO42", random).lines())
                .isEqualTo(2);
        assertThat(withoutFonts.render(style("ru"), "HELLO42", random).text()).isEqualTo("HELLO42");
    }

    private PlateStyle style(String name) {
        return withoutFonts.styles().stream()
                .filter(style -> style.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double contrast(BufferedImage picture) {
        int darkest = 255;
        int lightest = 0;
        for (int y = picture.getHeight() / 4; y < picture.getHeight() * 3 / 4; y++) {
            for (int x = picture.getWidth() / 8; x < picture.getWidth() * 7 / 8; x++) {
                int luminance = Scheme.luminance(picture.getRGB(x, y));
                darkest = Math.min(darkest, luminance);
                lightest = Math.max(lightest, luminance);
            }
        }
        return lightest - darkest;
    }
}
