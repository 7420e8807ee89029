package io.github.noise2clean.tensor;

/** The device, or Java itself, has not enough free memory for what was asked of it. */
public final class DeviceMemoryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DeviceMemoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
