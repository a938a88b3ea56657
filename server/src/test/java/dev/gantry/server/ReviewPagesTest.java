package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages Review, Statistics and Try it as they come from the server. What their keys do is tested in a browser. */
class ReviewPagesTest {

    private RunningServer server;

    @BeforeEach
    void start() {
        server = RunningServer.with(Fakes.finding(Fakes.PLATE), Fakes.reading("A812CD", 0.9), Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void withoutReadsTheySayWhatToDo() throws Exception {
        assertThat(page("/review")).contains("Nothing waits for you", "href=\"/try\"");
        assertThat(page("/statistics")).contains("Nothing was read in this time", "href=\"/try\"");
    }

    @Test
    void theQueueIsShownWithWhatElseItCouldBe() throws Exception {
        read("<b>gate</b>");

        assertThat(page("/review"))
                .contains("data-read=\"1\"", "data-text=\"A812CD\"", "/api/v1/reads/1/strip", "&lt;b&gt;gate&lt;/b&gt;")
                .doesNotContain("<b>gate</b>");
        assertThat(page("/review/cards?order=doubtful&after=1")).doesNotContain("<article");
        assertThat(page("/review/cards?order=random&camera=none")).doesNotContain("<article");
        assertThat(page("/review/figures")).contains("<strong>1</strong> waiting");
    }

    @Test
    void everyFigureLeadsToItsReads() throws Exception {
        read("gate");
        String body = "{\"read\": 1, \"verdict\": \"corrected\", \"text\": \"AB12CD\"}";
        server.post("/api/v1/reviews", "application/json", body);

        String page = page("/statistics?days=7");

        assertThat(page)
                .containsPattern("href=\"/history\\?from=[\\d-]+T00:00&amp;until=[\\d-]+T00:00&amp;hours=\\d+-\\d+\"")
                .containsPattern("href=\"/history\\?from=[\\d-]+T00:00&amp;until=[\\d-]+T00:00\"")
                .contains("&amp;camera=gate", "1 times 8 was read where B stands", "median 125 px: fine");
    }

    @Test
    void tellsWhatWasFoundInAPicture() throws Exception {
        var form = new Form().file("image", "photo.png", Photo.png());

        String found = server.post("/try", form).body();
        String refused = server.post("/try", new Form().file("image", "x.png", new byte[] {1, 2, 3}))
                .body();

        assertThat(found)
                .contains("<svg class=\"outlines\" viewBox=\"0 0 ", "A 8 1 2 C D", "/reads/", "data:image/jpeg");
        assertThat(refused).contains("That did not work");
    }

    private void read(String camera) throws Exception {
        var form =
                new Form().file("image", "photo.png", "image/png", Photo.png()).field("camera", camera);
        assertThat(server.post("/api/v1/recognize", form).statusCode()).isEqualTo(200);
    }

    private String page(String path) throws Exception {
        HttpResponse<String> response = server.visit(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
