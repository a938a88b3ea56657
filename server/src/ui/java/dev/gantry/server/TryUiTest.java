package dev.gantry.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.gantry.server.Chromium.Look;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos are tried: several at once, in each interface's words, and with a grid. */
class TryUiTest {

    private Chromium browser;
    private Site site;

    @BeforeEach
    void start(@TempDir Path folder) {
        browser = Chromium.start();
        site = Site.reading("AB1234", folder, 0);
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
            site.close();
        }
    }

    @Test
    void severalPhotosAreReadAndAnsweredInEachInterfacesWords() {
        Page page = browser.open(site.at("/try"), Look.PHONE);
        byte[] photo = new RenderedPhotos().photo(1).jpeg();

        page.locator("#choose").setInputFiles(new FilePayload[] {
            new FilePayload("one.jpg", "image/jpeg", photo), new FilePayload("two.jpg", "image/jpeg", photo)
        });

        assertThat(page.locator(".result[aria-busy=false] .letters")).hasCount(2);
        var shot = page.locator(".shot").first();
        shot.locator(".dialects summary").click();
        shot.locator("select").selectOption("/v1/plate-reader/");
        assertThat(shot.locator(".json")).containsText("\"plate\": \"ab1234\"");
        assertThat(shot.locator(".curl")).containsText("/v1/plate-reader/");
        shot.locator(".cells summary").click();
        shot.locator(".toggles button").nth(4).click();
        assertThat(shot.locator(".wanted")).hasText("grid_size=3\nwanted_cells=1,2,3,4,6,7,8,9");
        shot.locator(".ask").click();
        assertThat(shot.locator("output")).hasText("AB1234");
        shot.locator("select").selectOption("/api/v1/recognize");
        assertThat(shot.locator(".json")).containsText("\"text\": \"AB1234\"");
        shot.locator("select").selectOption("/v1/plate-reader/");
        assertThat(shot.locator(".json")).containsText("\"plate\": \"ab1234\"");

        page.navigate(site.at("/history").toString());
        assertThat(page.locator(".row")).hasCount(2); // one of each photo, however often it was answered
        browser.assertContent();
    }
}
