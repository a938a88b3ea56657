package dev.gantry.server;

import dev.gantry.model.ModelException;
import dev.gantry.server.settings.SettingKeys;
import dev.gantry.server.settings.Settings;
import dev.gantry.server.settings.SettingsException;
import dev.gantry.server.settings.SettingsSources;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gantry serve}: the server, until the process is told to end. */
@Command(
        name = "serve",
        description = "Starts the server and prints its address.",
        mixinStandardHelpOptions = true,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Settings come from gantry.yaml, then from GANTRY_... variables, then from these options;",
            "docs/configuration.md lists them all."
        })
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Configuration file (default: $GANTRY_CONFIG or ./gantry.yaml, if there).")
    private @Nullable Path config;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "Address to listen on: 127.0.0.1 (default) serves this machine, 0.0.0.0 the network.")
    private @Nullable String host;

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            description = "Port to listen on (default: 5000).")
    private @Nullable String port;

    @Option(
            names = {"-s", "--set"},
            paramLabel = "KEY=VALUE",
            description = "Any other setting, such as --set limits.queue=100. May be repeated.")
    private Map<String, String> others = new LinkedHashMap<>();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            serve();
            return 0;
        } catch (SettingsException | StartException | ModelException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private void serve() throws InterruptedException {
        var sources = new SettingsSources(Path.of(""), Optional.ofNullable(config), System.getenv(), flags());
        sources.warnings().forEach(LOG::warn);
        Settings settings = Settings.load(sources);
        LOG.info(
                "Gantry {} starting{}",
                Version.number(),
                sources.file().map(file -> " with " + file).orElse(""));
        var gantry = Gantry.listen(settings, () -> LoadedModels.load(settings));
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(() -> stop(gantry)));
        gantry.awaitModels();
        spec.commandLine().getOut().println(greeting(settings.host(), gantry.port()));
        spec.commandLine().getOut().flush();
        if (!settings.alsoListenOn().isEmpty()) {
            LOG.info(
                    "The same is served on: {}",
                    settings.alsoListenOn().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        new CountDownLatch(1).await(); // the shutdown hook ends it
    }

    private static void stop(Gantry gantry) {
        LOG.info("Stopping; requests under way are answered first");
        gantry.close();
        LOG.info("Stopped");
    }

    private Map<String, String> flags() {
        var flags = new HashMap<>(others);
        if (host != null) {
            flags.put(SettingKeys.HOST.name(), host);
        }
        if (port != null) {
            flags.put(SettingKeys.PORT.name(), port);
        }
        return flags;
    }

    private static String greeting(String host, int port) throws StartException {
        try {
            InetAddress address = InetAddress.getByName(host);
            if (address.isAnyLocalAddress()) {
                return "Gantry is ready: http://localhost:%d, and under this machine's name from the network"
                        .formatted(port);
            }
            String shown = host.contains(":") ? "[" + host + "]" : host;
            return address.isLoopbackAddress()
                    ? "Gantry is ready: http://%s:%d (this machine only; --host 0.0.0.0 serves the network)"
                            .formatted(shown, port)
                    : "Gantry is ready: http://%s:%d".formatted(shown, port);
        } catch (UnknownHostException e) {
            throw StartException.of(host, port, e);
        }
    }
}
