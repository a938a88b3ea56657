package dev.gantry.server.recognition;

import java.util.List;

/**
 * A picture to be recognised.
 *
 * @param file the picture file's bytes
 * @param regions where its plates are likely from, known codes; none for the regions of the options
 * @param drawing a picture that is wanted with the answer
 */
public record PictureRequest(byte[] file, List<String> regions, Drawing drawing) {

    public PictureRequest {
        regions = List.copyOf(regions);
    }

    public static PictureRequest of(byte[] file) {
        return new PictureRequest(file, List.of(), Drawing.NONE);
    }

    public static PictureRequest of(byte[] file, List<String> regions) {
        return new PictureRequest(file, regions, Drawing.NONE);
    }

    public PictureRequest with(Drawing wanted) {
        return new PictureRequest(file, regions, wanted);
    }
}
