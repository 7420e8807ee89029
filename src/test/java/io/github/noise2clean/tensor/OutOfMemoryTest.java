package io.github.noise2clean.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class OutOfMemoryTest {

    @Test
    void anArrayThatNoMachineCanHoldIsToldByItsType() {
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            Shape petabytes = new Shape(1L << 50);
            DeviceMemoryException e =
                    assertThrows(
                            DeviceMemoryException.class,
                            () -> OutOfMemory.typed(() -> scope.zeros(petabytes)));
            assertTrue(e.getMessage().startsWith("The memory of the device is too small: close"));
        }
    }

    @Test
    void javasOwnMemoryIsToldByTheSameType() {
        OutOfMemoryError full = new OutOfMemoryError("Java heap space");
        DeviceMemoryException e = thrownFor(full);
        assertSame(full, e.getCause());
        assertTrue(e.getMessage().startsWith("Java's memory is too small: give"), e.getMessage());
    }

    @Test
    void theWordsOfEverySystemAreKnown() {
        thrownFor(new EngineException("CUDA out of memory. Tried to allocate 2.00 GiB"));
        thrownFor(new EngineException("cuDNN error: CUDNN_STATUS_ALLOC_FAILED"));
        thrownFor(new EngineException("DefaultCPUAllocator: can't allocate memory: you tried"));
        thrownFor(new EngineException("DefaultCPUAllocator: not enough memory: you tried"));
        thrownFor(new EngineException("MPS backend out of memory (MPS allocated: 9.00 GB"));
    }

    @Test
    void otherFaultsGoThrough() {
        EngineException other = new EngineException("mat1 and mat2 shapes cannot be multiplied");
        assertSame(other, assertThrows(EngineException.class, () -> failing(other)));
        assertEquals(3, OutOfMemory.typed(() -> 3));
    }

    private static DeviceMemoryException thrownFor(Throwable fault) {
        return assertThrows(DeviceMemoryException.class, () -> failing(fault));
    }

    private static void failing(Throwable fault) {
        OutOfMemory.typed(
                () -> {
                    if (fault instanceof Error error) throw error;
                    throw (RuntimeException) fault;
                });
    }
}
