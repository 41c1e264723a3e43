// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/imageworker.h"

/// No application object, which may start threads: see enterSandbox().
int main() { return Benchboot::runImageWorker(); }
