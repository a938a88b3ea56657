package dev.gantry.server.event.redis;

/** What things are called in Redis; clients rely on it. */
final class RedisNames {

    /** Channel of the plates alone, as the programs around OpenALPR have it. */
    static final String PLATES = "license_plates";

    /** Channel of whole reads, as JSON. */
    static final String READS = "license_plates_json";

    /** Stream of the latest reads, with the fields below. */
    static final String STREAM = "gantry:reads";

    /** Uids of the latest reads, so that none is published twice. */
    static final String PUBLISHED = "gantry:published";

    static final String UID = "uid";

    /** Who published it: a name that each process makes up. */
    static final String NODE = "node";

    /** The plate alone. */
    static final String TEXT = "text";

    /** The whole read, as JSON. */
    static final String READ = "read";

    private RedisNames() {}
}
