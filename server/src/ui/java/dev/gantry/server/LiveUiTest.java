package dev.gantry.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.gantry.server.Chromium.Look;
import dev.gantry.server.RenderedPhotos.Photo;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Live shows what happens by itself, loses nothing and moves nothing under the reader's eyes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveUiTest {

    private static final LocatorAssertions.HasCountOptions PATIENTLY =
            new LocatorAssertions.HasCountOptions().setTimeout(Chromium.PATIENCE_MS);
    private static final LocatorAssertions.HasTextOptions PATIENTLY_TEXT =
            new LocatorAssertions.HasTextOptions().setTimeout(Chromium.PATIENCE_MS);

    private final Photo photo = new RenderedPhotos().photo(1);

    private Chromium browser;

    @BeforeAll
    void start() {
        browser = Chromium.start();
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void showsAPhotosPlateWithoutReloading(@TempDir Path folder) throws Exception {
        try (Site site = Site.shipped(folder)) {
            Page page = browser.open(site.at("/live"), Look.DESKTOP);
            assertThat(page.locator("#empty")).isVisible();
            assertThat(page.locator("#connection.good")).hasCount(1, PATIENTLY);
            page.evaluate("window.before = true");

            site.send(photo, "gate");

            assertThat(page.locator(".row .letters")).hasText(spaced(photo.text()), PATIENTLY_TEXT);
            assertThat(page.locator(".row .camera")).hasText("gate");
            assertThat(page.locator("#empty")).isHidden();
            org.assertj.core.api.Assertions.assertThat(page.evaluate("window.before")).isEqualTo(true);
            browser.assertContent();
        }
    }

    @Test
    void missesNothingWhileTheServerIsAway(@TempDir Path folder) throws Exception {
        Site first = Site.reading("AB1234", folder, 0);
        Page page = browser.open(first.at("/live"), Look.DESKTOP);
        assertThat(page.locator("#connection.good")).hasCount(1, PATIENTLY);
        first.send(photo, "gate");
        assertThat(page.locator(".row")).hasCount(1, PATIENTLY);
        int port = first.port();
        first.close();
        assertThat(page.locator("#connection.fair")).hasCount(1, PATIENTLY);

        try (Site second = Site.reading("AB1234", folder, port)) {
            for (int i = 0; i < 5; i++) {
                second.send(photo, "gate"); // some of them before the page is back
            }

            assertThat(page.locator(".row")).hasCount(6, PATIENTLY);
            browser.assertContent();
        }
    }

    @Test
    void holdsNewRowsWhileOldOnesAreRead(@TempDir Path folder) throws Exception {
        try (Site site = Site.reading("AB1234", folder, 0)) {
            for (int i = 0; i < 15; i++) {
                site.send(photo, "gate");
            }
            Page page = browser.open(site.at("/live"), Look.PHONE);
            assertThat(page.locator("#connection.good")).hasCount(1, PATIENTLY);
            page.evaluate("scrollTo(0, 600)");
            Object before = page.evaluate("document.getElementById('r8').getBoundingClientRect().top");

            site.send(photo, "gate");
            site.send(photo, "gate");

            assertThat(page.locator("#more")).hasText("2 new – show", PATIENTLY_TEXT);
            org.assertj.core.api.Assertions.assertThat(page.evaluate("document.getElementById('r8').getBoundingClientRect().top"))
                    .isEqualTo(before);
            page.locator("#more").click();
            assertThat(page.locator(".row")).hasCount(17, PATIENTLY);
            assertThat(page.locator("#more")).isHidden();
        }
    }

    /** The characters stand in elements of their own. */
    private static java.util.regex.Pattern spaced(String text) {
        return java.util.regex.Pattern.compile("\\s*" + String.join("\\s*", text.split("")) + "\\s*");
    }
}
