package dev.gantry.server.camera;

import java.util.regex.Pattern;

/** Takes passwords out of addresses, and out of texts that hold addresses, before anybody sees them. */
public final class SecretText {

    /** What stands for a secret. */
    private static final String MASK = "***";

    private static final Pattern USER = Pattern.compile("//[^/@\\s?#]*@");

    /** Parameters by which cameras take users and passwords in their addresses. */
    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)([?&;][^=&;\\s]*(?:user|usr|pass|pwd|psw|token|auth|key|secret|login|sid)[^=&;\\s]*=)[^&;\\s'\"]*");

    private SecretText() {}

    public static String masked(String text) {
        String withoutUser = USER.matcher(text).replaceAll("//");
        return PARAMETER.matcher(withoutUser).replaceAll("$1" + MASK.replace("$", "\\$"));
    }
}
