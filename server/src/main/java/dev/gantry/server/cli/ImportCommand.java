package dev.gantry.server.cli;

import dev.gantry.server.flaskalpr.FlaskAlprDatabase;
import dev.gantry.server.flaskalpr.FlaskAlprException;
import dev.gantry.server.flaskalpr.FlaskAlprImport;
import dev.gantry.server.history.HistoryException;
import dev.gantry.server.settings.Settings;
import dev.gantry.server.settings.SettingsException;
import dev.gantry.server.settings.SettingsSources;
import dev.gantry.server.store.Store;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gantry import DATABASE.sqlite}: FlaskALPR's detections become part of the history. */
@Command(
        name = "import",
        description = "Takes FlaskALPR's detections over into the history; may be repeated, and while the server runs.",
        mixinStandardHelpOptions = true,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "The file is only read. Its times are kept; it has no confidences, so they are 0. Live events tell",
            "nothing of what was imported. The history is the one of the settings: start it where the server starts."
        })
public final class ImportCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Parameters(paramLabel = "DATABASE", description = "FlaskALPR's database.sqlite.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private Path database;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Configuration file (default: $GANTRY_CONFIG or ./gantry.yaml, if there).")
    private @Nullable Path config;

    @Option(
            names = {"-s", "--set"},
            paramLabel = "KEY=VALUE",
            description = "Any setting, such as --set data.folder=/srv/gantry. May be repeated.")
    private Map<String, String> others = new LinkedHashMap<>();

    @Override
    public Integer call() {
        var sources = new SettingsSources(Path.of(""), Optional.ofNullable(config), System.getenv(), others);
        try {
            Settings settings = Settings.load(sources);
            try (var store = Store.open(settings.data().store(), () -> {})) {
                var result = FlaskAlprImport.run(new FlaskAlprDatabase(database), store.history());
                spec.commandLine()
                        .getOut()
                        .printf(
                                "Imported %d reads; %d were there already, %d had no usable text or time.%n",
                                result.imported(), result.known(), result.unusable());
            }
            return 0;
        } catch (SettingsException | FlaskAlprException | HistoryException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return FAILED;
        }
    }
}
