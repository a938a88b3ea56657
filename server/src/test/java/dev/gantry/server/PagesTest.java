package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.plate.Rejection;
import dev.gantry.server.json.Json;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
        HttpResponse<String> page;
        HttpResponse<String> plain;
        try (var fresh = RunningServer.with(Fakes.finding(Fakes.PLATE), Fakes.reading("AB1234", 0.9))) {
            page = fresh.visit("/");
            plain = fresh.get("/");
        }

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

    /** Whatever an address asks for, the answer is a page for people or an error with a sentence. */
    @Test
    void badAddressesGetSensibleAnswers() throws Exception {
        var answers = Map.ofEntries(
                Map.entry("/reads/99999999", 404),
                Map.entry("/reads/abc", 404),
                Map.entry("/reads/-1", 404),
                Map.entry("/reads/99999999999999999999999", 404),
                Map.entry("/sightings/0", 404),
                Map.entry("/cameras/%3Cscript%3E", 404),
                Map.entry("/history?weekday=someday", 400),
                Map.entry("/history?verdict=perhaps", 400),
                Map.entry("/history?hours=25-99", 400),
                Map.entry("/history?zone=Mars/Base", 400),
                Map.entry("/history?cursor=nonsense", 400),
                Map.entry("/history?from=yesterday", 400),
                Map.entry("/history?plate=" + "A".repeat(5_000), 400),
                Map.entry("/history?minConfidence=%00", 400),
                Map.entry("/history?unheard=of", 400),
                Map.entry("/statistics?days=-5&camera=%22%3E%3Cscript%3E", 200),
                Map.entry("/review?order=upside-down&after=x&camera=%3Cscript%3E", 200),
                Map.entry("/live/rows?ids=1,x", 400));
        for (var one : answers.entrySet()) {
            var response = server.visit(one.getKey());

            assertThat(response.statusCode()).as(one.getKey()).isEqualTo(one.getValue());
            assertThat(response.body())
                    .as(one.getKey())
                    .doesNotContain("Exception", "\tat ", "<script>\"", "<script>\n")
                    .hasSizeGreaterThan(20);
        }
    }

    /** What others name things is text, never a part of a page. */
    @Test
    void namesAreNeverMarkup() throws Exception {
        String evil = "</a><script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        String body = "{\"plate\":\"AB<b>12\",\"camera\":" + Json.mapper().writeValueAsString(evil) + "}";
        String camera = URLEncoder.encode(evil, StandardCharsets.UTF_8);
        try (var fresh = RunningServer.with(Fakes.finding(Fakes.PLATE), Fakes.reading("AB1234", 0.9))) {
            assertThat(fresh.post("/alpr_data", "application/json", body).statusCode())
                    .isEqualTo(200);
            for (String page : List.of(
                    "/live",
                    "/history",
                    "/history?camera=" + camera,
                    "/statistics",
                    "/statistics?camera=" + camera,
                    "/reads/1",
                    "/review?camera=" + camera,
                    "/system")) {
                assertThat(fresh.visit(page).body()).as(page).doesNotContain("<script>alert", "<img src=x", "AB<b>12");
            }
        }
    }

    /** A cell of the heat map leads to the reads of that hour of that day. */
    @Test
    void theHeatMapLeadsToItsReads() throws Exception {
        server.post("/alpr_data", "application/json", "{\"plate\":\"HEAT12\",\"camera\":\"gate\"}");

        String page = server.visit("/statistics?camera=gate").body();
        String href = Pattern.compile("href=\"(/history\\?[^\"]*weekday=[^\"]*)\"")
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1)
                .replace("&amp;", "&");

        assertThat(href).containsPattern("&weekday=(mon|tue|wed|thu|fri|sat|sun)&hours=\\d+-\\d+&camera=gate$");
        assertThat(server.visit(href).body()).contains("H E A T 1 2");
        String other = href.replaceFirst("weekday=\\w+", href.contains("weekday=mon") ? "weekday=tue" : "weekday=mon");
        assertThat(server.visit(other).body()).doesNotContain("H E A T 1 2").contains("Nothing fits");
    }

    /** Each camera's times are told in its own zone. */
    @Test
    void timesAreInTheCamerasZone() throws Exception {
        server.post(
                "/api/v1/cameras",
                "application/json",
                "{\"name\":\"Tokyo\",\"source\":\"http://127.0.0.1:1/still.jpg\",\"enabled\":false,\"timeZone\":\"Asia/Tokyo\"}");
        server.post(
                "/alpr_data",
                "application/json",
                "{\"plate\":\"FAR123\",\"camera\":\"tokyo\",\"epoch_time\":1767225600000}");

        String page = server.visit("/history?camera=tokyo").body();
        assertThat(page).contains("2026-01-01 09:00:00 JST", "Asia/Tokyo");
        assertThat(server.visit("/history?camera=tokyo&hours=9-10&weekday=thu").body())
                .contains("F A R 1 2 3", "zone=Asia%2FTokyo");
        assertThat(server.visit("/history?camera=tokyo&from=2026-01-01T09:00&until=2026-01-01T09:01")
                        .body())
                .contains("F A R 1 2 3");
        assertThat(server.visit("/history?camera=tokyo&hours=0-9").body()).doesNotContain("F A R 1 2 3");
        assertThat(server.visit("/live").body()).contains("Times as the clocks at the cameras show them");
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
