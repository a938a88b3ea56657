package dev.gantry.server.fetch;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** A range of addresses such as {@code 192.168.0.0/16} or {@code fe80::/10}. */
public final class Network {

    private final byte[] start;
    private final int prefix;

    private Network(byte[] start, int prefix) {
        this.start = start;
        this.prefix = prefix;
    }

    /**
     * Reads an address with or without a length of its prefix; without one it is that address alone. Names are not looked
     * up.
     *
     * @return empty when it is none
     */
    public static Optional<Network> parse(String text) {
        String[] parts = text.strip().split("/", -1);
        try {
            byte[] start = InetAddress.ofLiteral(parts[0]).getAddress();
            int longest = start.length * Byte.SIZE;
            int prefix = parts.length == 1 ? longest : Integer.parseInt(parts[1]);
            return parts.length > 2 || prefix < 0 || prefix > longest
                    ? Optional.empty()
                    : Optional.of(new Network(start, prefix));
        } catch (IllegalArgumentException _) { // no address, or no number
            return Optional.empty();
        }
    }

    /** A network that is known to be well written. */
    static Network of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    /** Whether the address lies in it; an IPv4 address never lies in an IPv6 network, nor the other way round. */
    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != start.length) {
            return false;
        }
        int whole = prefix / Byte.SIZE;
        int rest = Byte.SIZE - prefix % Byte.SIZE;
        return Arrays.equals(bytes, 0, whole, start, 0, whole)
                && (rest == Byte.SIZE || (bytes[whole] & 0xff) >> rest == (start[whole] & 0xff) >> rest);
    }
}
