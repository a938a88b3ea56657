package dev.gantry.image;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The machine's libjpeg-turbo, called through Java's foreign functions (TurboJPEG API, versions 1.4 to 3): a third of the time
 * of Java's own decoder for the same pixels. It only takes files that it finds no fault with; all others are left to Java's
 * decoder, so that both judge alike.
 *
 * <p>Safe for use by many threads: each call has its own decompressor.
 */
final class TurboJpeg {

    private static final List<String> NAMES = List.of("libturbojpeg.so.0", "libturbojpeg.dylib");

    /**
     * Largest picture. The garbage collector must wait for a call that works on Java's arrays: about 2.5 ms for a million
     * pixels, 40 ms at this size.
     */
    private static final int MOST_PIXELS = 16_000_000;

    /** TJPF_BGR of turbojpeg.h. */
    private static final int BGR = 1;

    /** TJFLAG_STOPONWARNING of turbojpeg.h. */
    private static final int STOP_ON_WARNING = 8192;

    private static final int CHANNELS = 3;

    /** The call may read and write Java's arrays where they are, without a copy. */
    private static final Linker.Option ON_HEAP = Linker.Option.critical(true);

    private final MethodHandle create;
    private final MethodHandle readHeader;
    private final MethodHandle decompress;
    private final MethodHandle destroy;

    private TurboJpeg(SymbolLookup library) {
        Linker linker = Linker.nativeLinker();
        create = linker.downcallHandle(library.findOrThrow("tjInitDecompress"), FunctionDescriptor.of(ADDRESS));
        readHeader = linker.downcallHandle(
                library.findOrThrow("tjDecompressHeader3"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS),
                ON_HEAP);
        decompress = linker.downcallHandle(
                library.findOrThrow("tjDecompress2"),
                FunctionDescriptor.of(
                        JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT,
                        JAVA_INT),
                ON_HEAP);
        destroy = linker.downcallHandle(library.findOrThrow("tjDestroy"), FunctionDescriptor.of(JAVA_INT, ADDRESS));
    }

    /** The machine's library; null when there is none that fits, or Java may not call it. */
    static @Nullable TurboJpeg find() {
        for (String name : NAMES) {
            try {
                return new TurboJpeg(SymbolLookup.libraryLookup(name, Arena.ofAuto()));
            } catch (IllegalArgumentException | NoSuchElementException | UnsupportedOperationException e) {
                continue; // not here, too old, or no foreign functions on this platform
            } catch (IllegalCallerException e) {
                return null; // the program's owner has forbidden native code
            }
        }
        return null;
    }

    /**
     * The file's pixels as stored; null when the library finds anything odd in it, or when it is too large.
     *
     * @param header of the same file
     */
    @Nullable
    Image decode(byte[] file, JpegHeader header) {
        if (!header.plain() || (long) header.width() * header.height() > MOST_PIXELS) {
            return null;
        }
        try {
            MemorySegment handle = (MemorySegment) create.invokeExact();
            if (handle.equals(MemorySegment.NULL)) {
                return null;
            }
            try {
                return decode(handle, MemorySegment.ofArray(file), header.width(), header.height());
            } finally {
                int _ = (int) destroy.invokeExact(handle);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("libjpeg-turbo cannot be called", e); // a foreign function throws nothing
        }
    }

    private @Nullable Image decode(MemorySegment handle, MemorySegment file, int width, int height) throws Throwable {
        var found = new int[4]; // width, height, subsampling, colour space
        MemorySegment first = MemorySegment.ofArray(found);
        int status = (int) readHeader.invokeExact(
                handle,
                file,
                file.byteSize(),
                first,
                first.asSlice(JAVA_INT.byteSize()),
                first.asSlice(2 * JAVA_INT.byteSize()),
                first.asSlice(3 * JAVA_INT.byteSize()));
        // Another size than ours would be written beyond the array.
        if (status != 0 || found[0] != width || found[1] != height) {
            return null;
        }
        var bgr = new byte[width * height * CHANNELS];
        status = (int) decompress.invokeExact(
                handle,
                file,
                file.byteSize(),
                MemorySegment.ofArray(bgr),
                width,
                width * CHANNELS,
                height,
                BGR,
                STOP_ON_WARNING);
        return status == 0 ? new Image(width, height, bgr) : null;
    }
}
