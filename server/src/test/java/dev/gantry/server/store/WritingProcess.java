package dev.gantry.server.store;

import dev.gantry.server.history.NewRead.Evidence;
import dev.gantry.server.history.PlateRead;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stores reads in a process of its own, from several threads, and prints the uid of each that was acknowledged. */
final class WritingProcess {

    private static final int THREADS = 4;

    /** It ends by itself should nobody kill it. */
    private static final int MOST = 100_000;

    private WritingProcess() {}

    /** @return what was acknowledged before it was killed amid its work */
    static List<String> killedAfter(int reads, StoreOptions options) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingProcess.class.getName(),
                        options.folder().toString(),
                        options.url().orElse(""),
                        options.user(),
                        options.password())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            for (int i = 0; i < reads; i++) {
                acknowledged.add(String.valueOf(out.readLine()));
            }
            process.toHandle().destroyForcibly(); // SIGKILL: no hook, no finally; what it printed can still be read
            out.lines()
                    .filter(line -> line.length() == acknowledged.getFirst().length())
                    .forEach(acknowledged::add);
        }
        return acknowledged;
    }

    public static void main(String[] arguments) {
        var url = Optional.of(arguments[1]).filter(text -> !text.isEmpty());
        var store = Store.open(
                new StoreOptions(
                        Path.of(arguments[0]), url, arguments[2], arguments[3], Retention.UNLIMITED, Flush.SECOND),
                () -> {});
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < MOST; i++) {
                String text = "P" + i;
                threads.submit(() -> {
                    var read = Reads.withEvidence(text, new Evidence(new byte[] {1}, null));
                    for (PlateRead stored : store.history().append(List.of(read))) {
                        System.out.println(stored.uid());
                    }
                });
            }
        }
    }
}
