package dev.gantry.server.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Makes the mapper that all of Gantry's JSON goes through. */
public final class Json {

    /** Brackets, names and values: an upload has some, a vehicle's path some thousands; a tree of that many is about 5 MB. */
    private static final long MOST_TOKENS = 50_000;

    private Json() {}

    /**
     * A new mapper for requests that hold pictures as text: their size was checked already, and Jackson's own limit for one
     * text would forbid large ones. So few other things are taken that a tree of them stays small.
     */
    public static JsonMapper uploads() {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxStringLength(Integer.MAX_VALUE)
                                .maxTokenCount(MOST_TOKENS)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /**
     * A new mapper: nulls are written, unknown fields are ignored when reading. It is safe for many threads; one for the
     * whole process is enough.
     */
    public static JsonMapper mapper() {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }
}
