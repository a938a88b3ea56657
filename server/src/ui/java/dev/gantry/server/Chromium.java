package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A browser without a window. What a page complains of in its console fails the test. */
final class Chromium implements AutoCloseable {

    /** A loaded machine may take long; a hanging one must end. */
    static final double PATIENCE_MS = 60_000;

    /** Nothing from elsewhere is loaded, and it runs in containers and as root. */
    private static final List<String> FLAGS =
            List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(program).setArgs(FLAGS));
    }

    /** The one that is installed; without one the tests are skipped. */
    static Chromium start() {
        var installed = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(installed.isPresent(), "chromium is not installed");
        return new Chromium(installed.orElseThrow());
    }

    /** A page in a fresh window. */
    Page open(URI address, Look look) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setReducedMotion(ReducedMotion.REDUCE));
        context.addInitScript("localStorage.setItem('theme', '" + look.theme() + "')");
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.navigate(address.toString());
        return page;
    }

    /** How a page is looked at. */
    record Look(String name, String theme, int width, int height) {
        static final Look DESKTOP = new Look("desktop-dark", "dark", 1280, 800);
        static final Look DESKTOP_LIGHT = new Look("desktop-light", "light", 1280, 800);
        static final Look PHONE = new Look("phone-dark", "dark", 360, 740);
        static final Look PHONE_LIGHT = new Look("phone-light", "light", 360, 740);

        static final List<Look> ALL = List.of(DESKTOP, DESKTOP_LIGHT, PHONE, PHONE_LIGHT);
    }

    /** No script failed, and nothing was asked for that the policy forbids. */
    void assertContent() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
