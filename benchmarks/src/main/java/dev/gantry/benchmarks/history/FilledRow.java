package dev.gantry.benchmarks.history;

import dev.gantry.plate.Box;
import dev.gantry.server.history.NewRead;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A read as a row of table {@code plate_read}. */
final class FilledRow {

    static final List<String> COLUMNS =
            List.of(("id uid time text plate confidence country region box corners candidates dialect client camera"
                            + " model_digest bytes hit width read_group")
                    .split(" "));

    private FilledRow() {}

    static List<?> of(long id, NewRead read, FilledGroups groups) {
        Box box = Objects.requireNonNull(read.box());
        String region = Objects.requireNonNull(read.region());
        String x = "," + box.x();
        String y = "," + box.y();
        return Arrays.asList(
                id,
                read.uid(),
                read.time().toEpochMilli(),
                read.text(),
                read.text(),
                read.confidence(),
                country(region),
                region,
                "[" + box.x() + y + ",120.0,30.0]",
                "[[1.0" + y + "],[2.0" + y + "],[3.0" + x + "],[4.0" + x + "]]",
                "[{\"text\":\"" + read.text() + "\",\"confidence\":" + read.confidence() + "}]",
                read.source().dialect(),
                read.source().client(),
                read.source().camera(),
                read.modelDigest(),
                0L,
                0L,
                box.width(),
                groups.number(read));
    }

    static String country(String region) {
        return region.split("-")[0];
    }
}
