package com.example.rehearsal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.csscallback.testkit.junit.CssSimulatorExtension;
import io.github.csscallback.testkit.simulator.CssSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(CssSimulatorExtension.class)
class ExtensionTest {

    @Test
    void theExtensionWorksInANamedModuleToo(CssSimulator css) {
        assertTrue(CssSimulatorExtension.class.getModule().isNamed());
        assertTrue(css.events().isEmpty());
    }
}
