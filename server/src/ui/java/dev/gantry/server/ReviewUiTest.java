package dev.gantry.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.gantry.server.Chromium.Look;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads are judged by the keyboard alone. */
class ReviewUiTest {

    private Chromium browser;
    private Site site;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        browser = Chromium.start();
        site = Site.reading("8AB1234", folder, 0);
        for (int i = 1; i <= 3; i++) {
            site.send(new RenderedPhotos().photo(1), "gate");
        }
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
            site.close();
        }
    }

    @Test
    void aReadIsCorrectedAndConfirmedAndTakenBackByKeys() {
        Page page = browser.open(site.at("/review"), Look.DESKTOP);
        assertThat(page.locator("#text")).hasValue("8AB1234");

        page.keyboard().type("BAB1234");
        page.keyboard().press("Enter");
        assertThat(page.locator("#said")).hasText("8AB1234 is BAB1234.");
        page.keyboard().press("Enter");
        assertThat(page.locator("#said")).hasText("8AB1234 is right.");
        page.keyboard().press("x");
        assertThat(page.locator("#said")).hasText("8AB1234 is no plate.");
        assertThat(page.locator("#empty")).isVisible();
        assertThat(page.locator("#figures")).containsText("33 %");

        page.keyboard().press("u");
        assertThat(page.locator("#said")).hasText("8AB1234 waits again.");
        assertThat(page.locator("#reviewed")).hasText("2");

        page.navigate(site.at("/history?plate=BAB1234&match=exact").toString());
        assertThat(page.locator(".row")).hasCount(1);
        browser.assertContent();
    }

    @Test
    void arrowsGoOnAndBackWithoutAVerdict() {
        Page page = browser.open(site.at("/review"), Look.PHONE);

        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#back")).isEnabled();
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("#back")).isDisabled();
        page.keyboard().press(" ");
        assertThat(page.locator("#text")).isFocused();
        page.keyboard().type("X");
        assertThat(page.locator("#say")).containsText("Correct");
        page.keyboard().press("Escape");
        assertThat(page.locator("#text")).hasValue("8AB1234");
        assertThat(page.locator("#reviewed")).hasText("0");
        browser.assertContent();
    }
}
