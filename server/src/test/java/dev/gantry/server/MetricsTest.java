package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.plate.Box;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final String PATH = "/api/v1/recognize";

    @Test
    void countsRequestsPicturesPlatesAndRejections() throws Exception {
        var tiny = new Box(10, 10, 20, 4);
        try (var server = RunningServer.with(Fakes.finding(Fakes.PLATE, tiny), Fakes.reading("SECRET1", 0.9))) {
            server.post(PATH, "image/jpeg", Photo.jpeg());
            server.post(PATH, "image/jpeg", "no picture");
            server.get("/one/of/many/paths");

            assertThat(server.metric(
                            "gantry_requests_total{method=\"POST\",route=\"/api/v1/recognize\",status=\"200\"}"))
                    .isEqualTo(1);
            assertThat(server.metric(
                            "gantry_requests_total{method=\"POST\",route=\"/api/v1/recognize\",status=\"415\"}"))
                    .isEqualTo(1);
            assertThat(server.metric("gantry_requests_total{method=\"other\",route=\"other\",status=\"404\"}"))
                    .isEqualTo(1);
            assertThat(server.metric("gantry_pictures_total{outcome=\"recognized\"}"))
                    .isEqualTo(1);
            assertThat(server.metric("gantry_pictures_total{outcome=\"bad_picture\"}"))
                    .isEqualTo(1);
            assertThat(server.metric("gantry_plates_total")).isEqualTo(1);
            assertThat(server.metric("gantry_rejected_total{reason=\"too_small\"}"))
                    .isEqualTo(1);
            assertThat(server.metric("gantry_recognition_seconds_count")).isEqualTo(1);
            assertThat(server.metric("gantry_recognition_seconds_bucket{le=\"+Inf\"}"))
                    .isEqualTo(1);
            assertThat(server.get("/metrics").body())
                    .contains(
                            "gantry_queue_depth 0.0",
                            "gantry_workers_busy 0.0",
                            "jvm_memory_used_bytes",
                            "process_cpu_usage")
                    .doesNotContain("SECRET1");
            assertThat(server.get("/metrics")
                            .headers()
                            .firstValue("Content-Type")
                            .orElse(""))
                    .startsWith("text/plain; version=0.0.4");
        }
    }
}
