package dev.gantry.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.gantry.server.Chromium.Look;
import dev.gantry.server.RenderedPhotos.Photo;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
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

    private static final int EVENTS_PER_SECOND = 20;
    private static final int SECONDS = 8;

    private static final int MANY_READS = 100_000;
    private static final int LOADS = 11;
    private static final int FIRST_ROWS = 40;
    private static final String FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime";

    /** A hand that moves a mouse does so more often. */
    private static final double MOVE_MS = 200;

    private static final int MOST_MOVES = (int) (Chromium.PATIENCE_MS / MOVE_MS);

    /** Rows that stay in the page. */
    private static final int MOST_ROWS = 200;

    /** Counts long tasks, gaps between frames, rows that come and their order. */
    private static final String WATCH = """
            () => {
              const tasks = [];
              const gaps = [];
              const came = new Set();
              let outOfOrder = 0;
              new PerformanceObserver(list => list.getEntries().forEach(entry => tasks.push(entry.duration)))
                .observe({ entryTypes: ["longtask"] });
              let last = performance.now();
              const frame = now => { gaps.push(now - last); last = now; requestAnimationFrame(frame); };
              requestAnimationFrame(frame);
              const number = row => Number(row.id.slice(1));
              const rows = document.getElementById("rows");
              new MutationObserver(changes => {
                changes.forEach(change => change.addedNodes.forEach(row => row.id && came.add(number(row))));
                const ids = [...rows.children].map(number);
                outOfOrder += ids.some((id, i) => i > 0 && id > ids[i - 1]) ? 1 : 0;
              }).observe(rows, { childList: true });
              window.watched = () => {
                const sorted = gaps.slice(1).sort((a, b) => a - b);
                const newest = Math.max(...came);
                const missing = Array.from({ length: newest }, (_, i) => i + 1).filter(id => !came.has(id));
                return { rows: came.size, missing, outOfOrder, longTasks: tasks.length,
                  longestTaskMs: Math.round(Math.max(0, ...tasks)), longTasksMs: Math.round(tasks.reduce((a, b) => a + b, 0)),
                  frames: sorted.length, medianGapMs: Math.round(sorted[sorted.length >> 1]),
                  gap95Ms: Math.round(sorted[Math.floor(sorted.length * .95)]), longestGapMs: Math.round(sorted.at(-1)) };
              };
            }\
            """;

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
            Page page = live(site, Look.DESKTOP);
            assertThat(page.locator("#empty")).isVisible();
            page.evaluate("window.before = true");

            site.send(photo, "gate");

            assertThat(page.locator(".row .letters")).hasText(spaced(photo.text()), PATIENTLY_TEXT);
            assertThat(page.locator(".row .camera")).hasText("gate");
            assertThat(page.locator("#empty")).isHidden();
            org.assertj.core.api.Assertions.assertThat(page.evaluate("window.before"))
                    .isEqualTo(true);
            browser.assertContent();
        }
    }

    @Test
    void missesNothingWhileTheServerIsAway(@TempDir Path folder) throws Exception {
        Site first = Site.reading("AB1234", folder, 0);
        Page page = live(first, Look.DESKTOP);
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
            Page page = live(site, Look.PHONE);
            page.evaluate("scrollTo(0, 600)");
            Object before = page.evaluate("document.getElementById('r8').getBoundingClientRect().top");

            site.send(photo, "gate");
            site.send(photo, "gate");

            assertThat(page.locator("#more")).hasText("2 new – show", PATIENTLY_TEXT);
            org.assertj.core.api.Assertions.assertThat(
                            page.evaluate("document.getElementById('r8').getBoundingClientRect().top"))
                    .isEqualTo(before);
            page.locator("#more").click();
            assertThat(page.locator(".row")).hasCount(17, PATIENTLY);
            assertThat(page.locator("#more")).isHidden();
        }
    }

    /**
     * Twenty reads a second for some seconds: each is shown, without its neighbours changing places, and the page goes on
     * answering its user meanwhile.
     */
    @Test
    void keepsUpWithTwentyEventsASecond(@TempDir Path folder) throws Exception {
        try (Site site = Site.reading("AB1234", folder, 0)) {
            Page page = live(site, Look.DESKTOP);
            page.evaluate(WATCH);

            int sent = site.post(EVENTS_PER_SECOND, SECONDS);

            assertThat(page.locator(".row")).hasCount(Math.min(sent, MOST_ROWS), PATIENTLY);
            assertThat(page.locator("#r" + sent)).hasCount(1, PATIENTLY);
            Map<?, ?> seen = (Map<?, ?>) page.evaluate("window.watched()");
            System.out.printf(
                    "Live at %d events/s for %d s: %s, load %.1f%n",
                    EVENTS_PER_SECOND,
                    SECONDS,
                    seen,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            org.assertj.core.api.Assertions.assertThat((List<?>) seen.get("missing")).isEmpty();
            org.assertj.core.api.Assertions.assertThat(seen.get("outOfOrder")).isEqualTo(0);
            browser.assertContent();
        }
    }

    /** Its first rows are there soon, however many reads there are; the figure depends on the machine and is printed. */
    @Test
    void isSeenSoonWithAHundredThousandReads(@TempDir Path folder) throws Exception {
        try (Site site = Site.reading("AB1234", folder, 0)) {
            site.fill(MANY_READS);
            Page page = live(site, Look.DESKTOP);
            double[] paints = new double[LOADS];
            for (int i = 0; i < LOADS; i++) {
                page.navigate(site.at("/live").toString());
                assertThat(page.locator("#connection.good")).hasCount(1, PATIENTLY);
                assertThat(page.locator(".row")).hasCount(FIRST_ROWS);
                paints[i] = ((Number) page.evaluate(FIRST_PAINT)).doubleValue();
            }
            Arrays.sort(paints);
            System.out.printf(
                    "Live with %d reads: first paint after %.0f ms (median of %d, slowest %.0f), load %.1f%n",
                    MANY_READS,
                    paints[LOADS / 2],
                    LOADS,
                    paints[LOADS - 1],
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }

    /** Nothing changes its place under a pointer that moves; one that merely lies there holds nothing up. */
    @Test
    void movesNothingUnderThePointer(@TempDir Path folder) throws Exception {
        try (Site site = Site.reading("AB1234", folder, 0)) {
            site.post(EVENTS_PER_SECOND, 1);
            Page page = live(site, Look.DESKTOP);
            String pointed = "#r" + EVENTS_PER_SECOND; // the first row, which is in view
            var row = page.locator(pointed).boundingBox();
            page.mouse().move(row.x + 5, row.y + 5);

            try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
                others.submit(() -> site.post(EVENTS_PER_SECOND, 1));
                for (int i = 0; i < MOST_MOVES && !page.locator("#more").isVisible(); i++) {
                    page.mouse().move(row.x + 5 + i % 2, row.y + 5);
                    page.waitForTimeout(MOVE_MS);
                }
            }

            assertThat(page.locator("#more")).isVisible();
            org.assertj.core.api.Assertions.assertThat(page.locator(pointed).boundingBox().y)
                    .isEqualTo(row.y);
            assertThat(page.locator(".row")).hasCount(2 * EVENTS_PER_SECOND, PATIENTLY); // it rests now
            assertThat(page.locator("#more")).isHidden();
        }
    }

    @Test
    void asksAgainForRowsThatItCouldNotGet(@TempDir Path folder) throws Exception {
        try (Site site = Site.reading("AB1234", folder, 0)) {
            Page page = live(site, Look.DESKTOP);
            page.route("**/live/rows**", Route::abort, new Page.RouteOptions().setTimes(1)); // the connection is cut

            site.post(EVENTS_PER_SECOND, 1);

            assertThat(page.locator(".row")).hasCount(EVENTS_PER_SECOND, PATIENTLY);
        }
    }

    /** A browser keeps pages that were left, and has but six connections for one server. */
    @Test
    void letsGoOfItsConnectionWhenItIsLeft(@TempDir Path folder) throws Exception {
        try (Site site = Site.reading("AB1234", folder, 0)) {
            Page page = live(site, Look.DESKTOP);
            page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");

            site.post(EVENTS_PER_SECOND, 1);
            assertThat(page.locator(".row")).hasCount(0);
            page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");

            assertThat(page.locator(".row")).hasCount(EVENTS_PER_SECOND, PATIENTLY);
        }
    }

    /** Live, once it hears of events. */
    private Page live(Site site, Look look) {
        Page page = browser.open(site.at("/live"), look);
        assertThat(page.locator("#connection.good")).hasCount(1, PATIENTLY);
        return page;
    }

    /** The characters stand in elements of their own. */
    private static java.util.regex.Pattern spaced(String text) {
        return java.util.regex.Pattern.compile("\\s*" + String.join("\\s*", text.split("")) + "\\s*");
    }
}
