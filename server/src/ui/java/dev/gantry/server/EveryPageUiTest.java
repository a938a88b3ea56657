package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import dev.gantry.server.Chromium.Look;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What holds for every page in every look: nothing sticks out, axe-core finds no serious fault, and a screenshot is left in
 * {@code target/screenshots}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageUiTest {

    static final List<String> PAGES =
            Stream.concat(Site.PAGES.stream(), Stream.of("/reads/3", "/history?plate=JMY4688&match=similar"))
                    .toList();

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final int PHOTOS = 8;

    /** Time for pictures and for rows that come by themselves. */
    private static final double SETTLED_MS = 800;

    private Chromium browser;
    private Site site;
    private String axe;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        browser = Chromium.start();
        axe = axe();
        site = Site.shipped(folder);
        var photos = new RenderedPhotos();
        for (int i = 1; i <= PHOTOS; i++) {
            site.send(photos.photo(i), i % 2 == 0 ? "gate" : "yard");
        }
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
            site.close();
        }
    }

    private static String axe() throws IOException {
        String version = "4.6.3";
        String name = "/META-INF/resources/webjars/axe-core/" + version + "/axe.min.js";
        try (InputStream in = Objects.requireNonNull(EveryPageUiTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void fitsItsWindowAndHasNoSeriousFault(String path) {
        for (Look look : Look.ALL) {
            Page page = browser.open(site.at(path), look);
            page.waitForTimeout(SETTLED_MS);
            page.screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name(path) + "-" + look.name() + ".png")));

            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s, %s", path, look)
                    .isLessThanOrEqualTo(look.width());
            page.evaluate("source => { (0, eval)(source); }", axe);
            assertThat(faults(page)).as("%s, %s", path, look).isEmpty();
            page.context().close();
        }
        browser.assertContent();
    }

    private static List<?> faults(Page page) {
        return (List<?>) page.evaluate("""
                async () => (await axe.run()).violations
                    .filter(fault => ["serious", "critical"].includes(fault.impact))
                    .map(fault => fault.id + ": " + fault.nodes.map(node => node.html + " " + node.failureSummary).slice(0, 3))""");
    }

    private static String name(String path) {
        return path.replaceAll("\\W+", "-").replaceAll("^-|-$", "");
    }
}
