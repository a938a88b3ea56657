package dev.gantry.server.recognition;

import java.util.List;

/**
 * A picture to be recognised.
 *
 * @param file the picture file's bytes
 * @param regions where its plates are likely from, known codes; none for the regions of the options
 * @param search where plates are looked for
 * @param drawing pictures that are wanted with the answer
 */
public record PictureRequest(byte[] file, List<String> regions, Search search, Drawing drawing) {

    public PictureRequest {
        regions = List.copyOf(regions);
    }

    public static PictureRequest of(byte[] file) {
        return of(file, List.of());
    }

    public static PictureRequest of(byte[] file, List<String> regions) {
        return new PictureRequest(file, regions, new Search.Whole(), Drawing.NONE);
    }

    public PictureRequest with(Search where) {
        return new PictureRequest(file, regions, where, drawing);
    }

    public PictureRequest with(Drawing wanted) {
        return new PictureRequest(file, regions, search, wanted);
    }
}
