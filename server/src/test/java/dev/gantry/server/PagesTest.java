package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.plate.Rejection;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What browsers get, and what holds for every answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

    private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
    private static final Pattern IMPORT = Pattern.compile("from \"\\./([^\"]+)\"");

    /** Each page with the scripts that it loads, one by another. */
    private static final Map<String, List<String>> SCRIPTS = Map.of(
            "/try", List.of("try.js", "pretty.js"),
            "/review", List.of("review.js"),
            "/cameras", List.of("stills.js"),
            "/cameras/new", List.of("camera.js"),
            "/live", List.of("live.js", "ago.js"),
            "/history", List.of("history.js", "ago.js"),
            "/system", List.of("ago.js"));

    private RunningServer server;

    @BeforeAll
    void start() {
        server = RunningServer.with(Fakes.finding(Fakes.PLATE), Fakes.reading("AB1234", 0.9));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void givesThePageToBrowsersAndASignOfLifeToOthers() throws Exception {
        var page = server.visit("/");
        var plain = server.get("/");

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElse("")).endsWith("/try"); // there is nothing to show yet
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(plain.body()).isEqualTo("Live and Running!");
    }

    @Test
    void servesEverythingThatAPageLoads() throws Exception {
        for (var page : SCRIPTS.entrySet()) {
            List<String> addresses = ADDRESS.matcher(server.visit(page.getKey()).body())
                    .results()
                    .map(found -> found.group(1))
                    .filter(address -> !address.startsWith("#")
                            && !address.contains("format=")
                            && !address.contains("/export")) // files are streams
                    .toList();
            assertThat(addresses)
                    .contains("/assets/style.css", "/assets/" + page.getValue().getFirst());

            for (String address : addresses) {
                assertThat(address).startsWith("/"); // from this server alone
                assertThatIsServed(server.get(address));
            }
            for (String script : page.getValue()) {
                String source = server.get("/assets/" + script).body();
                for (MatchResult found : IMPORT.matcher(source).results().toList()) {
                    assertThat(page.getValue()).contains(found.group(1));
                    assertThatIsServed(server.get("/assets/" + found.group(1)));
                }
            }
        }
    }

    private static void assertThatIsServed(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.uri().getPath()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Length")).isPresent();
    }

    @Test
    void needsNothingThatThePolicyForbids() throws Exception {
        for (String page : SCRIPTS.keySet()) {
            assertThat(server.visit(page).body())
                    .doesNotContainPattern("<script>|<script [^>]*>[^<]|<style| style=| on[a-z]+=|https?://");
        }
    }

    @Test
    void tellsOfEveryOperationOfTheApi() throws Exception {
        String page = server.visit("/api").body();

        for (var operation : ApiContract.SHIPPED.operations()) {
            assertThat(page)
                    .contains("id=\""
                            + operation.description().path("operationId").asText() + "\"");
        }
    }

    /** Limits that keep the pages quick: nothing is loaded from elsewhere, and little from here. */
    @Test
    void hasLittleScript() throws Exception {
        List<String> scripts = new ArrayList<>();
        for (String name :
                SCRIPTS.values().stream().flatMap(List::stream).distinct().toList()) {
            scripts.add(server.get("/assets/" + name).body());
        }

        assertThat(scripts.stream().mapToInt(String::length).sum()).isLessThan(60_000);
        assertThat(scripts.stream().mapToLong(source -> source.lines().count()).sum())
                .isLessThan(800);
    }

    @Test
    void hasAWordForEveryReasonOfARejection() throws Exception {
        var words = new Properties();
        words.load(PagesTest.class.getResourceAsStream("/web/strings_en.properties"));

        for (var reason : Rejection.Reason.values()) {
            assertThat(words).containsKey("reason." + reason);
        }
    }

    @Test
    void sendsScriptsAgainOnlyWhenTheyHaveChanged() throws Exception {
        String tag = server.get("/assets/try.js").headers().firstValue("ETag").orElseThrow();

        var again =
                server.send(HttpRequest.newBuilder(server.uri("/assets/try.js")).header("If-None-Match", tag));

        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void showsAPageForUnknownAddresses() throws Exception {
        for (String path : List.of("/nothing", "/assets/nothing.js")) {
            var response = server.visit(path);

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).startsWith("<!doctype html>").contains("nothing at this address");
        }
        assertThat(server.get("/assets/nothing.js").body()).contains("\"code\":\"NOT_FOUND\"");
    }

    @Test
    void protectsEveryAnswer() throws Exception {
        for (var response : List.of(
                server.visit("/try"), server.get("/assets/try.js"), server.get("/health"), server.get("/nothing"))) {
            var headers = response.headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
            assertThat(headers.firstValue("Server")).isEmpty();
            assertThat(headers.firstValue("Content-Length")).isPresent();
        }
    }
}
