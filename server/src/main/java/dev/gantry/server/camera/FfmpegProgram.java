package dev.gantry.server.camera;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/**
 * The {@code ffmpeg} program that decodes video: the one that comes along, or another one. Only started as a child, never
 * loaded into this process.
 *
 * @param path its file, or a name that is looked for on the {@code PATH}
 */
public record FfmpegProgram(String path) {

    private static final String ON_PATH = "ffmpeg";

    /** Where JavaCPP unpacks what its jars hold. */
    private static final String CACHE_PROPERTY = "org.bytedeco.javacpp.cachedir";

    private static final long ANSWER_SECONDS = 20;

    /** Encoders of H.264 first; MPEG-4 is always there. */
    private static final List<String> ENCODERS = List.of("libx264", "libopenh264", "mpeg4");

    /**
     * Finds a program that works.
     *
     * @param named the one to use; null for the one that comes along or, where that cannot be started, the one on the PATH
     * @param cache folder that the one that comes along is unpacked into
     * @throws VideoException NO_PROGRAM when there is none
     */
    public static FfmpegProgram find(@Nullable String named, Path cache) throws VideoException {
        if (named != null) {
            return works(named, "The program " + named + " cannot be started as ffmpeg.");
        }
        String bundled = bundled(cache);
        if (bundled != null && starts(bundled)) {
            return new FfmpegProgram(bundled);
        }
        return works(
                ON_PATH,
                "The ffmpeg that comes along does not run on this machine. Install one (Debian, Ubuntu: apt install ffmpeg) or"
                        + " name one with --ffmpeg.");
    }

    /** Where users' programs keep what they can make again. */
    public static Path userCache() {
        String set = System.getenv("XDG_CACHE_HOME");
        Path caches =
                set == null || set.isBlank() ? Path.of(System.getProperty("user.home", "."), ".cache") : Path.of(set);
        return caches.resolve("gantry");
    }

    private static FfmpegProgram works(String path, String otherwise) throws VideoException {
        if (!starts(path)) {
            throw new VideoException(VideoException.Code.NO_PROGRAM, otherwise);
        }
        return new FfmpegProgram(path);
    }

    /** Null where none comes along for this kind of machine. */
    private static @Nullable String bundled(Path cache) {
        if (System.getProperty(CACHE_PROPERTY) == null) {
            System.setProperty(CACHE_PROPERTY, cache.toString());
        }
        try {
            File folder = Loader.cacheResource(ffmpeg.class, "/org/bytedeco/ffmpeg/" + Loader.getPlatform() + "/");
            if (folder == null) {
                return null;
            }
            var program = new File(folder, "ffmpeg");
            return program.setExecutable(true) ? program.getPath() : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean starts(String program) {
        return !output(program, "-version").isEmpty();
    }

    /** The encoder for annotated clips. */
    String encoder() {
        String known = output(path, "-encoders");
        return ENCODERS.stream()
                .filter(encoder -> known.contains(" " + encoder + " "))
                .findFirst()
                .orElse(ENCODERS.getLast());
    }

    /** What it prints; empty when it does not start or fails. */
    private static String output(String program, String argument) {
        try {
            Process process = new ProcessBuilder(program, "-hide_banner", argument)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return text;
            }
            process.destroyForcibly();
            return "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
