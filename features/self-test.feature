Feature: Installation self-test
  Every statistical method is checked against expected values that were computed elsewhere.

  Scenario: The workbench's own oracles
    When the program is run with "selftest"
    Then it ends with exit code 0
    And every oracle is within its tolerance

  Scenario: A wrong value and an unknown method are both named
    Given a file "own.json" that holds
      """
      [
        { "id": "a", "method": "found.normal_quantile", "params": {}, "input": { "p": 0.975 }, "expected": { "z": 1.96 }, "tolerance": 1e-6, "source": "rounded" },
        { "id": "b", "method": "found.crystal_ball", "params": {}, "input": {}, "expected": { "x": 1 }, "tolerance": 0, "source": "none" },
        { "id": "c", "method": "multi.holm", "params": {}, "input": { "p": [0.01, 0.04] }, "expected": { "adjusted": [0.02, 0.04] }, "tolerance": 1e-12, "source": "by hand" }
      ]
      """
    When the program is run with "selftest --oracles own.json"
    Then it ends with exit code 3
    And the output says "1/3 within tolerance"
    And the output says "miss     a (found.normal_quantile): z: got 1.959963984"
    And the output says "unknown  found.crystal_ball: b"

  Scenario: A file that is no oracle file
    Given a file "own.json" that holds
      """
      [ { "id": "a", "method": "found.normal_quantile", "params": {}, "input": {}, "expected": {}, "tolerance": -1 } ]
      """
    When the program is run with "selftest --oracles own.json"
    Then it ends with exit code 2
    And the error says "oracle 1 (a): tolerance: a number of at least 0 was expected."
