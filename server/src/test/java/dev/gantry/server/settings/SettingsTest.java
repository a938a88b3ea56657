package dev.gantry.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.Effort;
import dev.gantry.RecognizerOptions;
import dev.gantry.image.ImageLimits;
import dev.gantry.server.camera.managed.CameraDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @TempDir
    private Path directory;

    @Test
    void areTheLibrarysDefaultsWhenNothingIsSet() {
        Settings settings = load(Map.of(), Map.of());

        assertThat(settings).isEqualTo(Settings.defaults());
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(5000);
        assertThat(settings.recognition()).isEqualTo(RecognizerOptions.defaults());
        assertThat(settings.picture()).isEqualTo(ImageLimits.DEFAULT);
        assertThat(settings.load().workers()).isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void camerasAreAListAndEachIsChecked() throws IOException {
        file("""
                cameras:
                  - id: gate
                    source: rtsp://me:hush@host/1
                    exclude: [[[0, 0], [0.5, 0], [0.5, 0.1]]]
                  - name: Back yard
                    source: http://host/shot.jpg
                video.cpuShare: 0.25
                """);

        Settings settings = load(Map.of(), Map.of());

        assertThat(settings.cameras().defined())
                .extracting(CameraDefinition::id)
                .containsExactly("gate", "back-yard");
        assertThat(settings.cameras().processorShare()).isEqualTo(0.25);
        file("""
                cameras:
                  - {id: gate, source: "rtsp://me:hush@host/1", fsp: 3}
                  - {id: yard, source: "rtsp://host/1"}
                  - {id: yard, source: "rtsp://host/2"}
                """);
        assertThatThrownBy(() -> load(Map.of(), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("number 1", "'fsp'", "two of the id 'yard'")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> load(Map.of("GANTRY_CAMERAS", "{hush"), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageNotContaining("hush");
    }

    @Test
    void comeFromTheFileNestedOrDotted() throws IOException {
        file("""
                # a gate
                host: 0.0.0.0
                port:
                models:
                  detector: mine.onnx
                recognition.effort: Thorough
                limits:
                  maxBytes: 2 MiB
                  timeout: 1500ms
                  workers: auto
                """);

        Settings settings = load(Map.of(), Map.of());

        assertThat(settings.host()).isEqualTo("0.0.0.0");
        assertThat(settings.port()).isEqualTo(5000);
        assertThat(settings.recognition().detectorModel()).isEqualTo(Path.of("mine.onnx"));
        assertThat(settings.recognition().readerModel()).isNull();
        assertThat(settings.recognition().effort()).isEqualTo(Effort.THOROUGH);
        assertThat(settings.picture().maxBytes()).isEqualTo(2 << 20);
        assertThat(settings.load().timeout()).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void portsMayBeAListOrATextWithCommas() throws IOException {
        file("alsoListenOn: [8000, 5000]");

        assertThat(load(Map.of(), Map.of()).ports()).containsExactly(5000, 8000);
        assertThat(load(Map.of("GANTRY_ALSO_LISTEN_ON", "32168 ,8000"), Map.of())
                        .ports())
                .containsExactly(5000, 32168, 8000);
        for (String wrong : List.of(",", "80,", "eighty", "0", "65536", "{}")) {
            assertThatThrownBy(() -> load(Map.of("GANTRY_ALSO_LISTEN_ON", wrong), Map.of()))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("whole numbers from 1 to 65535 between commas");
        }
    }

    @Test
    void variablesOverrideTheFileAndFlagsOverrideBoth() throws IOException {
        file("port: 1\nlimits: {queue: 1, workers: 1}");

        Settings settings =
                load(Map.of("GANTRY_PORT", "2", "GANTRY_LIMITS_QUEUE", "2", "HOME", "/root"), Map.of("port", "3"));

        assertThat(settings.port()).isEqualTo(3);
        assertThat(settings.load().queue()).isEqualTo(2);
        assertThat(settings.load().workers()).isEqualTo(1);
    }

    @Test
    void everyKeyHasItsVariable() {
        assertThat(SettingKeys.MIN_CHARACTER_CONFIDENCE.variable())
                .isEqualTo("GANTRY_RECOGNITION_MIN_CHARACTER_CONFIDENCE");
        assertThat(SettingKeys.HOST.variable()).isEqualTo("GANTRY_HOST");
    }

    @Test
    void theFileCanBeNamedByVariableOrFlag() throws IOException {
        file("port: 1");
        Files.writeString(directory.resolve("a.yaml"), "port: 2");
        Path flag = Files.writeString(directory.resolve("b.yaml"), "port: 3");
        var environment = Map.of("GANTRY_CONFIG", "a.yaml");

        assertThat(load(environment, Map.of()).port()).isEqualTo(2);
        assertThat(Settings.load(new SettingsSources(directory, Optional.of(flag), environment, Map.of()))
                        .port())
                .isEqualTo(3);
    }

    @Test
    void anEmptyFileSetsNothing() throws IOException {
        file("# nothing yet\n");

        assertThat(load(Map.of(), Map.of())).isEqualTo(Settings.defaults());
    }

    @ParameterizedTest
    @CsvSource({
        "limits.maxByte, limits.maxBytes",
        "maxBytes, limits.maxBytes",
        "limit.queue, limits.queue",
        "hots, host",
        "recognition.min_confidence, recognition.minConfidence",
        "detector, models.detector",
    })
    void anUnknownKeyNamesTheNearestRightOne(String wrong, String right) {
        assertThatThrownBy(() -> load(Map.of(), Map.of(wrong, "1")))
                .isInstanceOf(SettingsException.class)
                .hasMessage("There is no setting '%s' (in the command line); did you mean '%s'?", wrong, right);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp.server", "x", "recognise", "colour"})
    void anUnknownKeyThatIsLikeNoneNamesNone(String wrong) {
        assertThatThrownBy(() -> load(Map.of(), Map.of(wrong, "1")))
                .hasMessage("There is no setting '%s' (in the command line).", wrong);
    }

    @Test
    void regionsAndFormatsAreForTheRecogniser() {
        var set = load(Map.of("GANTRY_RECOGNITION_REGIONS", "GB, us-ca"), Map.of("recognition.formats", "false"));

        assertThat(set.recognition().regions()).containsExactly("gb", "us-ca");
        assertThat(set.recognition().formats()).isFalse();
        assertThat(load(Map.of(), Map.of("recognition.regions", ""))
                        .recognition()
                        .regions())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port|65536",
                "port|-1",
                "port|5000.5",
                "port|''",
                "host|' '",
                "recognition.minConfidence|1.01",
                "recognition.minConfidence|NaN",
                "recognition.threads|0",
                "recognition.effort|",
                "limits.maxBytes|16 apples",
                "limits.maxBytes|99999999999999GiB",
                "limits.maxBytes|1",
                "limits.maxPixels|-5",
                "limits.timeout|30",
                "limits.timeout|2h",
                "limits.timeout|1ms",
                "limits.workers|automatic",
                "limits.queue|[1, 2]",
                "recognition.regions|gb,xx",
                "recognition.formats|perhaps",
            })
    void aWrongValueIsToldWithWhatIsAllowed(String key, String value) {
        String text = value == null ? "" : value;
        assertThatThrownBy(() -> load(Map.of(), Map.of(key, text)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("'%s' is '%s' (in the command line), but allowed is ", key, text);
    }

    @Test
    void allProblemsAreToldAtOnceWithTheirPlaces() throws IOException {
        Path file = file("prot: 1\nlimits: {queue: many}");

        assertThatThrownBy(() -> load(Map.of("GANTRY_PORT", "tcp://10.0.0.1:5000"), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("'prot' (in %s); did you mean 'port'?", file)
                .hasMessageContaining("'limits.queue' is 'many' (in %s)", file)
                .hasMessageContaining("'port' is 'tcp://10.0.0.1:5000' (in the variable GANTRY_PORT)");
    }

    @Test
    void aMissingOrBrokenFileIsToldWithItsPlace() throws IOException {
        assertThatThrownBy(() -> load(Map.of("GANTRY_CONFIG", "none.yaml"), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("none.yaml")
                .hasMessageContaining("no such file");

        for (String broken : new String[] {"host: [", "port: 1\nport: 2", "\thost: x"}) {
            Path file = file(broken);
            assertThatThrownBy(() -> load(Map.of(), Map.of()))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageStartingWith("%s is not proper YAML (line ", file);
        }

        Path list = file("- host");
        assertThatThrownBy(() -> load(Map.of(), Map.of()))
                .hasMessage("%s must hold lines of the form 'key: value'.", list);
    }

    @Test
    void aVariableThatSetsNothingIsToldWithoutFailing() {
        var sources = new SettingsSources(
                directory,
                Optional.empty(),
                Map.of("GANTRY_LIMIT_QUEUE", "5", "GANTRY_JAVA_HOME", "/jdk", "OTHER", "x"),
                Map.of());

        assertThat(sources.warnings())
                .containsExactly("The variable GANTRY_LIMIT_QUEUE sets nothing; did you mean GANTRY_LIMITS_QUEUE?");
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(directory.resolve("gantry.yaml"), yaml);
    }

    private Settings load(Map<String, String> environment, Map<String, String> flags) {
        return Settings.load(new SettingsSources(directory, Optional.empty(), environment, flags));
    }
}
