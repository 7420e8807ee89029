package io.github.noise2clean.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkSettingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "local | local[1,5]",
                "local[3] | local[3,5]",
                "local[*] | local[*,5]",
                "local[2,1] | local[2,5]",
                "local-cluster[2,1,1024] | local-cluster[2,1,1024]",
                "spark://127.0.0.1:7077 | spark://127.0.0.1:7077"
            })
    void tasksAreTriedAgainInThisProcessToo(String asked, String master) {
        SparkConf settings = SparkSettings.of(new SparkConf(false).setMaster(asked));
        assertEquals(master, settings.get("spark.master"));
        assertEquals(4, SparkSettings.attempts(settings));
    }

    @Test
    void withoutAMasterAllProcessorsOfThisMachineWork() {
        assertEquals("local[*,5]", SparkSettings.of(new SparkConf(false)).get("spark.master"));
    }

    @Test
    void theUserMaySayHowOftenATaskIsTried() {
        SparkConf asked = new SparkConf(false).set("spark.task.maxFailures", "2");
        assertEquals(2, SparkSettings.attempts(SparkSettings.of(asked)));
    }

    @Test
    void pyTorchTakesTheThreadsOfATask() {
        SparkConf asked =
                new SparkConf(false)
                        .set("spark.task.cpus", "8")
                        .set("spark.executor.extraJavaOptions", "-Xss4m");
        assertEquals(
                "-Xss4m -Dai.djl.pytorch.num_threads=8",
                SparkSettings.of(asked).get("spark.executor.extraJavaOptions"));
    }
}
