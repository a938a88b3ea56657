package dev.gantry.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} tells exactly what can be set. */
class ConfigurationDocumentTest {

    private static final Pattern ROW = Pattern.compile("\\| `([a-z][\\w.]*)` \\|.*");

    @Test
    void hasOneRowForEachKeyWithItsDefaultAndMeaning() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("..", "docs", "configuration.md")).stream()
                .filter(line -> ROW.matcher(line).matches())
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(SettingKeys.ALL.stream()
                        .map(ConfigurationDocumentTest::row)
                        .toList());
    }

    private static String row(SettingKey<?> key) {
        String byDefault = key.defaultText().isEmpty() ? "" : "`" + key.defaultText() + "`";
        return "| `%s` | %s | %s | %s |"
                .formatted(key.name(), byDefault, key.meaning(), key.type().allowed());
    }
}
