package io.github.noise2clean.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.noise2clean.model.Epoch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingListenerTest {

    private final List<String> heard = new ArrayList<>();

    @Test
    void twoListenersHearTheSameInOrder() {
        TrainingListener both = named("first").andThen(named("second"));
        both.stepDone(3, 10, 0.5);
        both.phaseBegun(Phase.DATA);
        both.epochDone(new Epoch(1, 0.5, 0.25, 20, 0.75), 2);
        both.noted("half");
        assertEquals(
                List.of(
                        "first 3/10",
                        "second 3/10",
                        "first DATA",
                        "second DATA",
                        "first epoch 1/2",
                        "second epoch 1/2",
                        "first half",
                        "second half"),
                heard);
    }

    private TrainingListener named(String name) {
        return new TrainingListener() {
            @Override
            public void stepDone(long step, long steps, double loss) {
                heard.add(name + " " + step + "/" + steps);
            }

            @Override
            public void phaseBegun(Phase phase) {
                heard.add(name + " " + phase);
            }

            @Override
            public void noted(String sentence) {
                heard.add(name + " " + sentence);
            }

            @Override
            public void epochDone(Epoch epoch, int epochs) {
                heard.add(name + " epoch " + epoch.number() + "/" + epochs);
            }
        };
    }
}
