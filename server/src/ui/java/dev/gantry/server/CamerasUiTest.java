package dev.gantry.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import dev.gantry.server.Chromium.Look;
import dev.gantry.server.json.Json;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A camera is set up, and what is drawn on its still is what the server looks at. */
class CamerasUiTest {

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
    void zonesAndALineAreDrawnByKeysAndByMouse() throws Exception {
        Page page = browser.open(site.at("/cameras/new"), Look.DESKTOP);
        page.locator("[name=name]").fill("Main gate");
        page.locator("[name=source]").fill("http://127.0.0.1:1/still.jpg");
        page.locator("[name=enabled]").uncheck();
        page.locator("#save").click();
        page.waitForURL("**/cameras/main-gate");
        assertThat(page.locator("[name=source]")).hasValue("http://127.0.0.1:1/still.jpg");

        page.locator("#shapes").focus();
        page.keyboard().press("Space");
        for (String key : new String[] {"ArrowRight", "ArrowDown"}) {
            for (int i = 0; i < 5; i++) {
                page.keyboard().press(key);
            }
            page.keyboard().press("Space");
        }
        page.keyboard().press("Enter");
        page.locator("[value=exclude]").check();
        var box = page.locator("#shapes").boundingBox();
        page.mouse().click(box.x + 10, box.y + 10);
        page.mouse().click(box.x + 90, box.y + 10);
        page.mouse().click(box.x + 90, box.y + 80);
        page.locator("#close").click();
        page.locator("[value=line]").check();
        page.mouse().click(box.x + 20, box.y + 120);
        page.mouse().click(box.x + 120, box.y + 125);
        page.locator("[name=minPlateHeight]").fill("20");
        page.locator("#save").click();

        assertThat(page.locator("#outcome")).hasText("Saved. It holds at once.");
        JsonNode camera = camera();
        assertThat(camera.path("include").toString()).isEqualTo("[[[0.5,0.5],[0.6,0.5],[0.6,0.6]]]");
        assertThat(camera.path("exclude").get(0)).hasSize(3);
        assertThat(camera.path("line")).hasSize(2);
        assertThat(camera.path("minPlateHeight").asDouble()).isEqualTo(20);

        page.locator("#list button").first().click();
        page.locator("#save").click();
        assertThat(page.locator("#list li")).hasCount(2);
        browser.assertContent();
    }

    @Test
    void sizesOfPlatesAreDraggedOnTheStillAndSetByKeys() throws Exception {
        Page page = browser.open(site.at("/cameras/new"), Look.DESKTOP);
        page.locator("[name=name]").fill("Main gate");
        page.locator("[name=source]").fill("http://127.0.0.1:1/still.jpg");
        page.locator("[name=enabled]").uncheck();
        var box = page.locator("#shapes").boundingBox();
        double scale = 562 / box.height; // of the picture that is not there

        page.locator("[value=maxPlateHeight]").check();
        page.mouse().move(box.x + 50, box.y + 50);
        page.mouse().down();
        page.mouse().move(box.x + 60, box.y + 130);
        page.mouse().up();
        assertThat(page.locator("[name=maxPlateHeight]")).hasValue(String.valueOf(Math.round(80 * scale)));
        Object drawn = page.locator("#shapes .size").getAttribute("x");
        page.mouse().move(box.x + 55, box.y + 90);
        page.mouse().down();
        page.mouse().move(box.x + 155, box.y + 120);
        page.mouse().up();
        assertThat(page.locator("[name=maxPlateHeight]")).hasValue(String.valueOf(Math.round(80 * scale))); // moved
        org.assertj.core.api.Assertions.assertThat(page.locator("#shapes .size").getAttribute("x"))
                .isNotEqualTo(drawn);

        page.locator("[value=minPlateHeight]").check();
        page.locator("#shapes").focus();
        for (int i = 0; i < 4; i++) {
            page.keyboard().press("ArrowUp");
        }
        page.keyboard().press("Shift+ArrowDown");
        assertThat(page.locator("[name=minPlateHeight]")).hasValue("19");
        assertThat(page.locator("#shapes .size")).hasCount(2);
        assertThat(page.locator("#shapes text").first()).hasText("Smallest plate: 19 px");
        page.locator("#save").click();
        page.waitForURL("**/cameras/main-gate");

        JsonNode camera = camera();
        assertThat(camera.path("minPlateHeight").asDouble()).isEqualTo(19);
        assertThat(camera.path("maxPlateHeight").asDouble()).isEqualTo(Math.round(80 * scale));
        browser.assertContent();
    }

    @Test
    void aTestOfTheConnectionTellsTheReason() {
        Page page = browser.open(site.at("/cameras/new"), Look.PHONE);
        page.locator("[name=name]").fill("Yard");
        page.locator("[name=source]").fill("http://127.0.0.1:1/still.jpg");

        page.locator("#test").click();

        assertThat(page.locator("#outcome")).containsText("That did not work: ");
        browser.assertContent();
    }

    private JsonNode camera() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(site.at("/api/v1/cameras/main-gate")).build();
            return Json.mapper()
                    .readTree(client.send(request, BodyHandlers.ofString()).body());
        }
    }
}
