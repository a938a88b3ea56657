package dev.gantry.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.gantry.server.Chromium.Look;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** History finds what looks like a plate, says why, and keeps every filter in the address. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryUiTest {

    private Chromium browser;
    private Site site;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        browser = Chromium.start();
        site = Site.reading("8AB1234", folder, 0);
        var photo = new RenderedPhotos().photo(1);
        site.send(photo, "gate");
        site.send(photo, "yard");
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
            site.close();
        }
    }

    @Test
    void findsAPlateByWhatItLooksLike() {
        Page page = browser.open(site.at("/history"), Look.DESKTOP);

        page.locator("[name=plate]").fill("bab-1234");
        page.getByLabel("Looks-like").check(); // looks at once

        assertThat(page).hasURL(Pattern.compile("/history\\?plate=bab-1234&match=similar$"));
        assertThat(page.locator(".row")).hasCount(2);
        assertThat(page.locator(".row .why").first()).hasText("8 looks like B");
        assertThat(page.locator(".row .differs").first()).hasText("8");
        browser.assertContent();
    }

    @Test
    void worksWithTheKeyboardAlone() {
        Page page = browser.open(site.at("/history"), Look.DESKTOP);

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        while (!(boolean) page.evaluate("document.activeElement.name === 'plate'")) {
            page.keyboard().press("Tab");
        }
        page.keyboard().type("AB1");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile("plate=AB1"));
        while (!(boolean) page.evaluate("document.activeElement.matches('.row .open')")) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/reads/2$"));
        assertThat(page.locator(".votes > li")).hasCount(7);
        assertThat(page.locator(".rows .row")).hasCount(1); // the other read of the plate
    }

    @Test
    void keepsEveryFilterInTheAddress() {
        Page page = browser.open(site.at("/history"), Look.DESKTOP);

        page.locator(".facets summary").click();
        page.locator("[name=camera]").selectOption("yard");
        assertThat(page).hasURL(Pattern.compile("/history\\?camera=yard$"));
        page.locator("[name=minConfidence]").selectOption("0.5");
        assertThat(page).hasURL(Pattern.compile("/history\\?camera=yard&minConfidence=0.5$"));

        assertThat(page.locator(".row")).hasCount(1);
        page.locator(".chips a").first().click();
        assertThat(page).hasURL(Pattern.compile("/history\\?minConfidence=0.5$"));
        assertThat(page.locator(".row")).hasCount(2);
    }
}
