package dev.gantry.training.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gantry.training.Refusal;
import dev.gantry.training.data.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FineTuneTest {

    private static final int PLATES = 160;

    @TempDir
    private Path folder;

    @Test
    void aTypefaceThatTheShippedReaderReadsBadlyIsLearned() throws IOException {
        Path labels = SegmentPlates.write(folder, PLATES, Seeds.of(1, 2, 3));

        int code = run(labels.toString(), "--out", folder.resolve("models").toString(), "--steps", "60");

        assertThat(code).isZero();
        Path card = onlyModel().resolve("reader.json");
        JsonNode tuned = new ObjectMapper().readTree(card.toFile()).path("fineTuned");
        int heldBack = tuned.path("heldBack").asInt();
        assertThat(tuned.path("heldBackRightBefore").asInt()).isLessThan(heldBack / 2);
        assertThat(tuned.path("heldBackRight").asInt()).isGreaterThan(heldBack * 3 / 5);
        assertThat(tuned.path("known").asInt()).isGreaterThan(300);
        assertThat(tuned.path("knownRight").asInt())
                .isGreaterThanOrEqualTo(tuned.path("known").asInt());
    }

    @Test
    void aModelThatIsNoBetterIsRefused() throws IOException {
        Path labels = SegmentPlates.write(folder, PLATES, Seeds.of(1, 2, 3));

        assertThat(run(labels.toString(), "--out", folder.resolve("models").toString(), "--steps", "0"))
                .isEqualTo(1);
        assertThat(folder.resolve("models")).doesNotExist();
    }

    @Test
    void whatCannotBeUsedIsNamed() throws IOException {
        Path few = SegmentPlates.write(folder, 3, Seeds.of(1, 2, 3));
        assertThat(run(few.toString())).isEqualTo(2);
        assertThat(run(folder.resolve("missing.jsonl").toString())).isEqualTo(2);
    }

    private Path onlyModel() throws IOException {
        try (var files = Files.list(folder.resolve("models"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    private static int run(String... arguments) {
        return new CommandLine(new FineTuneCommand())
                .setExecutionExceptionHandler(new Refusal())
                .execute(arguments);
    }
}
