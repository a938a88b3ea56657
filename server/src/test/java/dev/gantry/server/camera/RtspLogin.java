package dev.gantry.server.camera;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a camera lets in; it checks what the client computed. */
public sealed interface RtspLogin {

    /** What the client is asked for. */
    String challenge();

    boolean admits(String method, String authorization);

    /** Anybody. */
    record None() implements RtspLogin {
        @Override
        public String challenge() {
            return "";
        }

        @Override
        public boolean admits(String method, String authorization) {
            return true;
        }
    }

    /** The password as it is. */
    record Basic(String user, String password) implements RtspLogin {
        @Override
        public String challenge() {
            return "Basic realm=\"cam\"";
        }

        @Override
        public boolean admits(String method, String authorization) {
            byte[] secret = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return authorization.equals("Basic " + Base64.getEncoder().encodeToString(secret));
        }
    }

    /** RFC 2617 without qop, as most cameras do. */
    record Digest(String user, String password) implements RtspLogin {

        private static final String NONCE = "5a2b";

        @Override
        public String challenge() {
            return "Digest realm=\"cam\", nonce=\"" + NONCE + "\"";
        }

        @Override
        public boolean admits(String method, String authorization) {
            String secret = md5(user + ":cam:" + password);
            String expected = md5(secret + ":" + NONCE + ":" + md5(method + ":" + field(authorization, "uri")));
            return authorization.startsWith("Digest ")
                    && field(authorization, "username").equals(user)
                    && field(authorization, "response").equals(expected);
        }

        private static String field(String authorization, String name) {
            Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(authorization);
            return found.find() ? found.group(1) : "";
        }

        private static String md5(String text) {
            try {
                byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
