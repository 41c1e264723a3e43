// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Benchboot {

class ClientTracker;
class ImportQueue;
class LabEditor;
class ServiceController;
class Session;

/// What the pages of the window work with. Made by MainWindow; outlives every page.
struct UiContext
{
    Session &session;
    LabEditor &editor;
    ImportQueue &imports;
    ClientTracker &clients;
    ServiceController &services;
};

} // namespace Benchboot
